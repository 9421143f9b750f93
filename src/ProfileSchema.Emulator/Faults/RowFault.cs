namespace ProfileSchema.Emulator;

/// <summary>A readable row of a batch that a fault hit.</summary>
/// <param name="Row">The row, 1 being the first below the header.</param>
/// <param name="IsLost">True if it was lost in silence (BULK-8), false if it was counted as failed.</param>
/// <param name="Reason">Why, as the service would log it. It holds no id and no value (HTTP-2).</param>
public sealed record RowFault(int Row, bool IsLost, string Reason);
