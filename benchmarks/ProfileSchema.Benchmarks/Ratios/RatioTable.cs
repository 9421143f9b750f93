using System.Globalization;

namespace ProfileSchema.Benchmarks.Ratios;

/// <summary>Prints results as text, a table a case.</summary>
internal static class RatioTable
{
    public static void WriteTo(TextWriter output, IEnumerable<RatioResult> results)
    {
        foreach (IGrouping<string, RatioResult> @case in results.GroupBy(result => result.Case))
        {
            output.WriteLine();
            output.WriteLine(
                FormattableString.Invariant(
                    $"{@case.Key, -54}{"ns/row", 10}{"MB/s", 9}{"B/row", 9}{"ratio", 8}{"floor", 8}"
                )
            );
            foreach (RatioResult result in @case)
            {
                output.WriteLine(Line(result));
            }
        }
    }

    private static string Line(RatioResult result)
    {
        string floor = result.Floor?.ToString("0.0#", CultureInfo.InvariantCulture) ?? "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"  {result.Peer, -52}{result.NsPerRow, 10:0.0}{result.MbPerSecond, 9:0}{result.BytesPerRow, 9:0.##}{result.Ratio, 8:0.00}{floor, 8}{(result.IsReached ? "" : "  NOT REACHED")}"
        );
    }
}
