namespace ProfileSchema.Client;

/// <summary>
/// The exception that is thrown when a bulk update stops early, because the source, a callback or the token source failed, the spool
/// can't be written, or the service declined the token. <see cref="Result"/> contains the outcome of every profile until then.
/// </summary>
/// <param name="message">The reason, without ids and values.</param>
/// <param name="result">The outcome of every profile that was read.</param>
/// <param name="innerException">The exception that stopped the run.</param>
public sealed class BulkUpdateException(string message, BulkResult result, Exception innerException)
    : Exception(message, innerException)
{
    /// <summary>Gets the outcome of every profile that was read.</summary>
    public BulkResult Result { get; } = result;
}

/// <summary>
/// The exception that is thrown when a bulk update is canceled. <see cref="Result"/> contains the outcome of every profile until then.
/// </summary>
/// <param name="result">The outcome of every profile that was read.</param>
/// <param name="cancellationToken">The token that canceled the run.</param>
/// <param name="innerException">The exception that the source threw because of the cancellation, or <see langword="null"/>.</param>
public sealed class BulkUpdateCanceledException(
    BulkResult result,
    CancellationToken cancellationToken,
    Exception? innerException = null
)
    : OperationCanceledException(
        "The bulk update was canceled. Result contains the outcome of every profile.",
        innerException,
        cancellationToken
    )
{
    /// <summary>Gets the outcome of every profile that was read.</summary>
    public BulkResult Result { get; } = result;
}
