using System.Globalization;

namespace ProfileSchema.DocumentTests;

/// <summary>The tables of figures point one way, and show no figure where none was taken.</summary>
public sealed class BenchmarkTableTests
{
    private const string NotMeasured = "–";

    /// <summary>Half a unit of the last digit that a table shows, of both figures that are divided.</summary>
    private const double Rounding = 0.02;

    [Fact]
    public void Times_as_fast_is_the_time_of_the_row_divided_by_ours_in_every_row()
    {
        string[][] rows = Rows("docs/explanation/benchmarks.md", "benchmarks");

        foreach (string[] row in rows.Where(row => row[6] != NotMeasured))
        {
            double ours = Number(rows.First(other => other[0] == row[0] && other[1] == "ProfileSchema")[3]);
            AssertIsQuotient(Number(row[3]), ours, Number(row[6]));
        }
    }

    [Fact]
    public void The_summary_of_the_README_points_the_same_way()
    {
        string[][] rows = Rows("README.md", "benchmarks-summary");

        foreach (string[] row in rows)
        {
            AssertIsQuotient(Number(row[4]), Number(row[2]), Number(row[5]));
        }
    }

    [Theory]
    [InlineData("type")]
    [InlineData("upload")]
    public void Memory_that_was_not_measured_is_a_dash(string what)
    {
        string[][] rows =
        [
            .. Rows("docs/explanation/benchmarks.md", "benchmarks")
                .Where(row =>
                    what == "type" ? row[2] == what : row[0].StartsWith("1,000,000 rows", StringComparison.Ordinal)
                ),
        ];

        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.Equal(NotMeasured, row[5]));
    }

    private static void AssertIsQuotient(double time, double ours, double times) =>
        Assert.InRange(times, (time / ours * (1 - Rounding)) - 0.01, (time / ours * (1 + Rounding)) + 0.01);

    /// <summary>The cells of the first table between the comments of a name, without its head.</summary>
    private static string[][] Rows(string page, string name)
    {
        string text = File.ReadAllText(Path.Combine(Page.Root, page)).ReplaceLineEndings("\n");
        string table = text.Split($"<!-- {name}:begin -->\n")[1].Split($"<!-- {name}:end -->")[0].Split("\n\n")[0];
        return
        [
            .. table
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Skip(2)
                .Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries)),
        ];
    }

    private static double Number(string cell) =>
        double.Parse(cell.Replace(" ns", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
}
