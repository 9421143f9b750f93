namespace ProfileSchema.Tool.Rows;

/// <summary>A row of a file whose columns are known only at run time.</summary>
/// <param name="Line">The line on which it begins, counted from 1.</param>
/// <param name="Cells">The key, then a value for each parameter; valid until the next row is read.</param>
internal readonly record struct ProfileRow(long Line, string[] Cells);
