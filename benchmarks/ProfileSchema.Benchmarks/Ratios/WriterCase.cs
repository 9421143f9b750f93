namespace ProfileSchema.Benchmarks.Ratios;

/// <summary>A case of writers: how to make it with so many rows, and how long it is measured.</summary>
internal sealed record WriterCase(string Name, Func<int, RatioCase> Make, int Rows, TimeSpan Budget);
