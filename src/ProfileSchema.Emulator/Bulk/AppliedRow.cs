namespace ProfileSchema.Emulator;

/// <summary>Describes a row of a batch that was just applied.</summary>
/// <param name="CallNumber">The <see cref="ReceivedCall.Number"/> of the upload.</param>
/// <param name="Row">The row, counted from 1, the header not counted.</param>
/// <param name="Id">The profile that was updated.</param>
/// <param name="Values">The values that were set. They are valid until the callback returns.</param>
public readonly record struct AppliedRow(
    long CallNumber,
    int Row,
    TargetId Id,
    IReadOnlyList<KeyValuePair<string, string>> Values
)
{
    /// <summary>Returns the row, without the ID and the values, which are personal data (HTTP-2).</summary>
    public override string ToString() => $"Row {Row} of call {CallNumber}";
}
