using ProfileSchema.Tool.Output;

namespace ProfileSchema.Tool.Check;

/// <summary><c>{ "findings": […], "summary": { …, "files": […] } }</c>.</summary>
internal sealed class JsonReport : StreamedReport
{
    private readonly List<CheckedFile> _files = [];
    private readonly List<JsonFailure> _failures = [];

    public JsonReport(ToolConsole console)
        : base(console)
    {
        Json.WriteStartObject();
        Json.WriteStartArray("findings");
    }

    public override void Add(string file, BatchFinding finding) =>
        Write(
            new JsonFinding
            {
                File = file,
                Line = finding.Line,
                Column = finding.Column,
                Clause = finding.Rule,
                Severity = SeverityOf(finding),
                Message = finding.Message,
            },
            ReportJson.Default.JsonFinding
        );

    public override void EndFile(CheckedFile file) => _files.Add(file);

    public override void Fail(string file, string message) => _failures.Add(new JsonFailure(file, message));

    public override void End()
    {
        JsonSummary all = JsonSummary.Of(_files) with
        {
            Complete = _failures.Count == 0 && _files.TrueForAll(file => file.IsWhole),
            Files = [.. _files.Select(file => JsonSummary.Of([file]) with { File = file.Path })],
            Unreadable = _failures,
        };
        Json.WriteEndArray();
        Json.WritePropertyName("summary");
        Write(all, ReportJson.Default.JsonSummary);
        Json.WriteEndObject();
        base.End();
    }
}

/// <summary>What was found at a place of a file.</summary>
internal sealed record JsonFinding
{
    public required string File { get; init; }
    public required long Line { get; init; }
    public required long Column { get; init; }
    public required string Clause { get; init; }
    public required string Severity { get; init; }
    public required string Message { get; init; }
}

/// <summary>A file that could not be read, or not to its end.</summary>
internal sealed record JsonFailure(string File, string Message);

/// <summary>The counts of a file, or of all files with the list of them.</summary>
internal sealed record JsonSummary
{
    public string? File { get; init; }
    public bool Complete { get; init; }
    public long Rows { get; init; }
    public long Bytes { get; init; }
    public long DistinctKeys { get; init; }
    public long DuplicateKeys { get; init; }
    public long EmptyRows { get; init; }
    public int LongestValue { get; init; }
    public IReadOnlyList<string> SystemNames { get; init; } = [];
    public long Errors { get; init; }
    public long Warnings { get; init; }
    public IReadOnlyList<JsonSummary>? Files { get; init; }
    public IReadOnlyList<JsonFailure>? Unreadable { get; init; }

    public static JsonSummary Of(IReadOnlyList<CheckedFile> files)
    {
        BatchSummary[] summaries = [.. files.Select(file => file.Summary)];
        return new JsonSummary
        {
            Complete = files.All(file => file.IsWhole),
            Rows = summaries.Sum(file => file.Rows),
            Bytes = summaries.Sum(file => file.Bytes),
            DistinctKeys = summaries.Sum(file => file.DistinctKeys),
            DuplicateKeys = summaries.Sum(file => file.DuplicateKeys),
            EmptyRows = summaries.Sum(file => file.EmptyRows),
            LongestValue = summaries.Max(file => (int?)file.LongestValue) ?? 0,
            SystemNames = [.. summaries.SelectMany(file => file.SystemNames).Distinct(StringComparer.Ordinal)],
            Errors = summaries.Sum(file => file.Errors),
            Warnings = summaries.Sum(file => file.Warnings),
        };
    }
}
