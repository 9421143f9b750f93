namespace ProfileSchema.Emulator;

/// <summary>Describes a valid row of a batch to which a fault was applied.</summary>
/// <param name="Row">The row, counted from 1, the header not counted.</param>
/// <param name="IsLost"><see langword="true"/> if the row was dropped without a notice (BULK-8); <see langword="false"/> if it was counted as failed.</param>
/// <param name="Reason">The reason, without IDs and values (HTTP-2).</param>
public sealed record RowFault(int Row, bool IsLost, string Reason);
