using System.Globalization;
using ProfileSchema.Tool.Output;
using ProfileSchema.Tool.Rows;
using Spectre.Console;

namespace ProfileSchema.Tool.Check;

/// <summary>Lines for people: the first findings of each file, and its summary.</summary>
internal sealed class TextReport(ToolConsole console) : ICheckReport
{
    /// <summary>More of a severity than this nobody reads; the others are counted.</summary>
    private const int MaxFindings = 100;

    private readonly List<BatchFinding> _shown = [];
    private int _errors;
    private int _warnings;

    public bool AllowsProgress => true;

    public void Add(string file, BatchFinding finding)
    {
        // Warnings by the thousand must not hide the one error behind them.
        ref int count = ref finding.Severity is BatchFindingSeverity.Error ? ref _errors : ref _warnings;
        if (count < MaxFindings)
        {
            count++;
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
                    $"{file.Path}:{finding.Line}:{finding.Column} {finding.Rule} {finding.Message}"
                )
            );
        }

        BatchSummary summary = file.Summary;
        if (summary.Errors + summary.Warnings > _shown.Count)
        {
            console.Line(
                $"… and {Count(summary.Errors - _errors)} more errors, {Count(summary.Warnings - _warnings)} more warnings; "
                    + "--format json lists all."
            );
        }

        Reset();
        WriteSummary(file, summary);
    }

    public void Fail(string file, string message) => Reset();

    public void End() { }

    public void Dispose() { }

    private void Reset()
    {
        _shown.Clear();
        _errors = 0;
        _warnings = 0;
    }

    private void WriteSummary(CheckedFile file, BatchSummary summary)
    {
        if (summary.Errors + summary.Warnings > 0)
        {
            console.Line();
        }

        console.Line(file.Path + (file.IsWhole ? "" : " (interrupted: only what was read until then)"));
        console.Line($"  rows            {Count(summary.Rows)}");
        console.Line($"  bytes           {Count(summary.Bytes)}");
        console.Line($"  key             {(summary.KeyKind is { } kind ? KeyKinds.NameOf(kind) : "unknown")}");
        console.Line($"  parameters      {Count(summary.Parameters)}");
        console.Line($"  distinct keys   {Count(summary.DistinctKeys)}");
        console.Line($"  duplicate keys  {Count(summary.DuplicateKeys)}");
        console.Line($"  empty rows      {Count(summary.EmptyRows)}");
        console.Line($"  longest value   {Count(summary.LongestValue)} characters");
        console.Line($"  system names    {SystemNames(summary.SystemNames)}");
        console.Line($"  errors          {Count(summary.Errors)}");
        console.Line($"  warnings        {Count(summary.Warnings)}");
    }

    private static string SystemNames(IReadOnlyList<string> names) =>
        names.Count == 0 ? "none" : string.Join(", ", names.Take(20)) + (names.Count > 20 ? ", …" : "");

    private static string Count(long count) => Display.Count(count);
}
