using ProfileSchema.Benchmarks.Ratios;

List<RatioResult> results = [];
string only = args.Length > 1 ? args[1] : "";
foreach (Func<RatioCase> make in (Func<RatioCase>[])[BatchCase.Reference, BatchCase.Japanese])
{
    if (only.Length > 0 && !make.Method.Name.Contains(only, StringComparison.Ordinal))
    {
        continue;
    }

    results.AddRange(RatioRun.Of(make(), TimeSpan.FromSeconds(8)));
}

RatioTable.WriteTo(Console.Out, results);
return results.TrueForAll(result => result.IsReached) ? 0 : 1;
