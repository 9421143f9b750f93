namespace ProfileSchema.Emulator;

/// <summary>A row of a batch that was just applied.</summary>
/// <param name="CallNumber">The <see cref="ReceivedCall.Number"/> of the call that brought it.</param>
/// <param name="Row">The row, 1 being the first below the header.</param>
/// <param name="Id">Whose profile it updated.</param>
/// <param name="Values">The values that were set. Valid until the callback returns; the next row takes their place.</param>
public readonly record struct AppliedRow(
    long CallNumber,
    int Row,
    TargetId Id,
    IReadOnlyList<KeyValuePair<string, string>> Values
)
{
    /// <summary>The place alone: id and values are personal data (HTTP-2).</summary>
    public override string ToString() => $"Row {Row} of call {CallNumber}";
}
