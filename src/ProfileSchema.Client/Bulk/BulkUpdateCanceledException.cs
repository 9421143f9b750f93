namespace ProfileSchema.Client;

/// <summary>A bulk update was cancelled. <see cref="Result"/> says what became of every profile until then.</summary>
/// <param name="result">What became of every profile that was read.</param>
/// <param name="cancellationToken">The token that ended the run.</param>
public sealed class BulkUpdateCanceledException(BulkResult result, CancellationToken cancellationToken)
    : OperationCanceledException(
        "The bulk update was cancelled; Result says what became of every profile.",
        cancellationToken
    )
{
    /// <summary>What became of every profile that was read.</summary>
    public BulkResult Result { get; } = result;
}
