using System.Globalization;
using ProfileSchema.Tool.Output;
using Spectre.Console;

namespace ProfileSchema.Tool.Check;

/// <summary>Lines for people: the first findings of each file, and its summary.</summary>
internal sealed class TextReport(ToolConsole console) : ICheckReport
{
    /// <summary>More than this nobody reads; the others are counted.</summary>
    private const int MaxFindings = 100;

    private readonly List<BatchFinding> _shown = [];

    public bool AllowsProgress => true;

    public void Add(string file, BatchFinding finding)
    {
        if (_shown.Count < MaxFindings)
        {
            _shown.Add(finding);
        }
    }

    public void EndFile(CheckedFile file)
    {
        foreach (BatchFinding finding in _shown)
        {
            bool isError = finding.Severity is BatchFindingSeverity.Error;
            console.Line(
                isError ? "error  " : "warning",
                isError ? Color.Red : Color.Yellow,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{file.Path}:{finding.Line}:{finding.Column} {finding.Clause} {finding.Message}"
                )
            );
        }

        BatchSummary summary = file.Summary;
        long more = summary.Errors + summary.Warnings - _shown.Count;
        if (more > 0)
        {
            console.Line($"… and {Count(more)} more; --format json lists all.");
        }

        _shown.Clear();
        WriteSummary(file, summary);
    }

    public void End() { }

    public void Dispose() { }

    private void WriteSummary(CheckedFile file, BatchSummary summary)
    {
        if (summary.Errors + summary.Warnings > 0)
        {
            console.Line();
        }

        console.Line(file.Path + (file.IsWhole ? "" : " (interrupted: only what was read until then)"));
        console.Line($"  rows            {Count(summary.Rows)}");
        console.Line($"  bytes           {Count(summary.Bytes)}");
        console.Line($"  key             {KeyName(summary.KeyKind)}");
        console.Line($"  parameters      {Count(summary.Parameters)}");
        console.Line($"  distinct keys   {Count(summary.DistinctKeys)}");
        console.Line($"  duplicate keys  {Count(summary.DuplicateKeys)}");
        console.Line($"  empty rows      {Count(summary.EmptyRows)}");
        console.Line($"  longest value   {Count(summary.LongestValue)} characters");
        console.Line($"  system names    {SystemNames(summary.SystemNames)}");
        console.Line($"  errors          {Count(summary.Errors)}");
        console.Line($"  warnings        {Count(summary.Warnings)}");
    }

    private static string KeyName(ProfileKeyKind? kind) =>
        kind switch
        {
            ProfileKeyKind.ThirdPartyId => "thirdPartyId",
            ProfileKeyKind.PcId => "pcId",
            _ => "unknown",
        };

    private static string SystemNames(IReadOnlyList<string> names) =>
        names.Count == 0 ? "none" : string.Join(", ", names.Take(20)) + (names.Count > 20 ? ", …" : "");

    private static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
