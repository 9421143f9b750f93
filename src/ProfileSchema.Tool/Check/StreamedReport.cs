using System.Text.Json;
using ProfileSchema.Tool.Output;

namespace ProfileSchema.Tool.Check;

/// <summary>A report in JSON, written as it is found: a finding is in no memory once it is written.</summary>
internal abstract class StreamedReport : ICheckReport
{
    private const int FlushedAt = 64 * 1024;

    private readonly Stream _output;

    protected StreamedReport(ToolConsole console)
    {
        _output = console.OpenOut();
        AllowsProgress = !console.IsOutTerminal;
        Json = new Utf8JsonWriter(_output, new JsonWriterOptions { Indented = true });
    }

    public bool AllowsProgress { get; }

    protected Utf8JsonWriter Json { get; }

    public abstract void Add(string file, BatchFinding finding);

    public abstract void EndFile(CheckedFile file);

    public abstract void Fail(string file, string message);

    public virtual void End()
    {
        Json.Flush();
        _output.Write("\n"u8);
        _output.Flush();
    }

    public void Dispose()
    {
        Json.Dispose();
        _output.Dispose();
    }

    protected static string SeverityOf(BatchFinding finding) =>
        finding.Severity is BatchFindingSeverity.Error ? "error" : "warning";

    /// <summary>Writes an object at the place that the writer has come to.</summary>
    protected void Write(object value)
    {
        JsonSerializer.Serialize(Json, value, Display.Json);
        if (Json.BytesPending > FlushedAt)
        {
            Json.Flush();
        }
    }
}
