namespace ProfileSchema.Client;

/// <summary>A bulk update was cancelled. <see cref="Result"/> says what became of every profile until then.</summary>
/// <param name="result">What became of every profile that was read.</param>
/// <param name="cancellationToken">The token that ended the run.</param>
/// <param name="innerException">What was thrown because of it, by the source for example; null if nothing was.</param>
public sealed class BulkUpdateCanceledException(
    BulkResult result,
    CancellationToken cancellationToken,
    Exception? innerException = null
)
    : OperationCanceledException(
        "The bulk update was cancelled; Result says what became of every profile.",
        innerException,
        cancellationToken
    )
{
    /// <summary>What became of every profile that was read.</summary>
    public BulkResult Result { get; } = result;
}
