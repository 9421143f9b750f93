namespace ProfileSchema;

/// <summary>Decides whether a row may become part of a batch file.</summary>
/// <param name="row">The encoded row, its key first, with its line end; valid during the call.</param>
public delegate bool BatchRowFilter(ReadOnlySpan<byte> row);
