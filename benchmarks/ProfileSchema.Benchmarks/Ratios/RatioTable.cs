using System.Globalization;

namespace ProfileSchema.Benchmarks.Ratios;

/// <summary>Prints results as text, a table a case.</summary>
internal static class RatioTable
{
    public static void WriteTo(TextWriter output, IEnumerable<RatioResult> results)
    {
        foreach (IGrouping<string, RatioResult> @case in results.GroupBy(result => result.Case))
        {
            string unit = @case.First().Unit;
            output.WriteLine();
            output.WriteLine(
                FormattableString.Invariant(
                    $"{@case.Key, -54}{"ns/" + unit, 10}{"MB/s", 9}{"B/" + unit, 9}{"times", 8}{"floor", 8}"
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
        string missed = result.IsReached ? "" : "  NOT REACHED";
        string floor = Number(result.Floor, "0.0#");
        return result.PeakMegabytes is { } peak
            ? FormattableString.Invariant($"  {result.Peer + ", peak memory", -52}{peak, 10:0.0} MB{floor, 31}{missed}")
            : $"  {result.Peer, -52}{Number(result.Nanoseconds, "0.0"), 10}{Number(result.MbPerSecond, "0"), 9}{Number(result.BytesAllocated, "0.##"), 9}{Number(result.Times, "0.00"), 8}{floor, 8}{missed}";
    }

    private static string Number(double? value, string format) =>
        value?.ToString(format, CultureInfo.InvariantCulture) ?? "";
}
