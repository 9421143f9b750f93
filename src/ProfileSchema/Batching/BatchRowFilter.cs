namespace ProfileSchema;

/// <summary>Returns whether a row may be added to a batch file.</summary>
/// <param name="row">The encoded row, which begins with the key and ends with a line feed. It is valid during the call only.</param>
public delegate bool BatchRowFilter(ReadOnlySpan<byte> row);
