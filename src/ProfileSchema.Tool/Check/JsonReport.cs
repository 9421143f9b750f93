using System.Text.Json;
using ProfileSchema.Tool.Output;

namespace ProfileSchema.Tool.Check;

/// <summary><c>{ "findings": […], "summary": { …, "files": […] } }</c>, written as it is found.</summary>
internal sealed class JsonReport : ICheckReport
{
    private const int FlushedAt = 64 * 1024;

    private readonly Stream _output;
    private readonly Utf8JsonWriter _json;
    private readonly List<CheckedFile> _files = [];
    private readonly List<(string File, string Message)> _failures = [];

    public JsonReport(ToolConsole console)
    {
        _output = console.OpenOut();
        AllowsProgress = !console.IsOutTerminal;
        _json = new Utf8JsonWriter(_output, new JsonWriterOptions { Indented = true });
        _json.WriteStartObject();
        _json.WriteStartArray("findings");
    }

    public bool AllowsProgress { get; }

    public void Add(string file, BatchFinding finding)
    {
        _json.WriteStartObject();
        _json.WriteString("file", file);
        _json.WriteNumber("line", finding.Line);
        _json.WriteNumber("column", finding.Column);
        _json.WriteString("clause", finding.Rule);
        _json.WriteString("severity", finding.Severity is BatchFindingSeverity.Error ? "error" : "warning");
        _json.WriteString("message", finding.Message);
        _json.WriteEndObject();
        if (_json.BytesPending > FlushedAt)
        {
            _json.Flush();
        }
    }

    public void EndFile(CheckedFile file) => _files.Add(file);

    public void Fail(string file, string message) => _failures.Add((file, message));

    public void End()
    {
        _json.WriteEndArray();
        _json.WriteStartObject("summary");
        WriteCounts([.. _files.Select(file => file.Summary)], _failures.Count == 0 && _files.All(file => file.IsWhole));
        _json.WriteStartArray("files");
        foreach (CheckedFile file in _files)
        {
            _json.WriteStartObject();
            _json.WriteString("file", file.Path);
            WriteCounts([file.Summary], file.IsWhole);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
        WriteFailures();
        _json.WriteEndObject();
        _json.WriteEndObject();
        _json.Flush();
        _output.Write("\n"u8);
        _output.Flush();
    }

    public void Dispose()
    {
        _json.Dispose();
        _output.Dispose();
    }

    private void WriteFailures()
    {
        _json.WriteStartArray("unreadable");
        foreach ((string file, string message) in _failures)
        {
            _json.WriteStartObject();
            _json.WriteString("file", file);
            _json.WriteString("message", message);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    private void WriteCounts(BatchSummary[] files, bool isWhole)
    {
        _json.WriteBoolean("complete", isWhole);
        _json.WriteNumber("rows", files.Sum(file => file.Rows));
        _json.WriteNumber("bytes", files.Sum(file => file.Bytes));
        _json.WriteNumber("distinctKeys", files.Sum(file => file.DistinctKeys));
        _json.WriteNumber("duplicateKeys", files.Sum(file => file.DuplicateKeys));
        _json.WriteNumber("emptyRows", files.Sum(file => file.EmptyRows));
        _json.WriteNumber("longestValue", files.Max(file => (int?)file.LongestValue) ?? 0);
        _json.WriteStartArray("systemNames");
        foreach (string name in files.SelectMany(file => file.SystemNames).Distinct(StringComparer.Ordinal))
        {
            _json.WriteStringValue(name);
        }

        _json.WriteEndArray();
        _json.WriteNumber("errors", files.Sum(file => file.Errors));
        _json.WriteNumber("warnings", files.Sum(file => file.Warnings));
    }
}
