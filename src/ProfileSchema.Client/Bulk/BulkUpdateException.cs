namespace ProfileSchema.Client;

/// <summary>A bulk update ended before its source did. <see cref="Result"/> says what became of every profile until then.</summary>
/// <param name="message">Why, without ids and values.</param>
/// <param name="result">What became of every profile that was read.</param>
/// <param name="innerException">What ended the run.</param>
public sealed class BulkUpdateException(string message, BulkResult result, Exception innerException)
    : Exception(message, innerException)
{
    /// <summary>What became of every profile that was read.</summary>
    public BulkResult Result { get; } = result;
}
