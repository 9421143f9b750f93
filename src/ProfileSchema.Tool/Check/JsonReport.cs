using ProfileSchema.Tool.Output;

namespace ProfileSchema.Tool.Check;

/// <summary><c>{ "findings": […], "summary": { …, "files": […] } }</c>.</summary>
internal sealed class JsonReport : StreamedReport
{
    private readonly List<CheckedFile> _files = [];
    private readonly List<object> _unreadable = [];

    public JsonReport(ToolConsole console)
        : base(console)
    {
        Json.WriteStartObject();
        Json.WriteStartArray("findings");
    }

    public override void Add(string file, BatchFinding finding) =>
        Write(
            new
            {
                file,
                finding.Line,
                finding.Column,
                Clause = finding.Rule,
                Severity = SeverityOf(finding),
                finding.Message,
            }
        );

    public override void EndFile(CheckedFile file) => _files.Add(file);

    public override void Fail(string file, string message) => _unreadable.Add(new { file, message });

    public override void End()
    {
        Json.WriteEndArray();
        Json.WritePropertyName("summary");
        Write(Summarize(_files, isWhole: _unreadable.Count == 0 && _files.TrueForAll(file => file.IsWhole)));
        Json.WriteEndObject();
        base.End();
    }

    /// <summary>The counts of all files with a list of them, or those of one file with its name.</summary>
    private object Summarize(IReadOnlyList<CheckedFile> files, bool isWhole, string? name = null)
    {
        BatchSummary[] summaries = [.. files.Select(file => file.Summary)];
        return new
        {
            File = name,
            Complete = isWhole,
            Rows = summaries.Sum(file => file.Rows),
            Bytes = summaries.Sum(file => file.Bytes),
            DistinctKeys = summaries.Sum(file => file.DistinctKeys),
            DuplicateKeys = summaries.Sum(file => file.DuplicateKeys),
            EmptyRows = summaries.Sum(file => file.EmptyRows),
            LongestValue = summaries.Max(file => (int?)file.LongestValue) ?? 0,
            SystemNames = summaries.SelectMany(file => file.SystemNames).Distinct(StringComparer.Ordinal),
            Errors = summaries.Sum(file => file.Errors),
            Warnings = summaries.Sum(file => file.Warnings),
            Files = name is null ? files.Select(file => Summarize([file], file.IsWhole, file.Path)) : null,
            Unreadable = name is null ? _unreadable : null,
        };
    }
}
