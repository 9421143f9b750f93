using System.Reflection;
using System.Text.Json;
using ProfileSchema.Tool.Output;

namespace ProfileSchema.Tool.Check;

/// <summary>SARIF 2.1.0: a rule is a clause of the wire contract.</summary>
internal sealed class SarifReport : ICheckReport
{
    private const int FlushedAt = 64 * 1024;

    private static readonly (string Rule, string Text)[] Rules =
    [
        ("BATCH-1", "A batch file begins with batch= and a header of a key and parameters."),
        ("BATCH-2", "A row is a key and a value for each column, separated by commas."),
        ("BATCH-3", "Lines end with LF."),
        ("BATCH-4", "A batch file has less than 50,000,000 bytes."),
        ("BATCH-5", "A batch file has at most 500,000 rows."),
        ("BATCH-6", "A batch without any value updates nothing."),
        ("BATCH-7", "Rows of one key may override each other."),
        ("ID-3", "A customer's id has at most 256 characters and holds no + and no /."),
        ("ID-4", "An id is not blank, not a path segment, and holds no control character."),
        ("NAME-1", "A parameter is named without profile."),
        ("NAME-2", "A name has 1 to 128 characters that audiences and scripts can address."),
        ("NAME-3", "A parameter has no name that belongs to the system."),
        ("URL-1", "Names and values are percent-encoded UTF-8."),
        ("URL-2", "Every byte but A-Z a-z 0-9 - . _ ~ is written as %XX."),
        ("VALUE-2", "A value of more than 256 characters may be of no use."),
        ("VALUE-6", "A row has at most 64,000 bytes."),
    ];

    private readonly Stream _output;
    private readonly Utf8JsonWriter _json;
    private bool _isWhole = true;

    public SarifReport(ToolConsole console)
    {
        _output = console.OpenOut();
        AllowsProgress = !console.IsOutTerminal;
        _json = new Utf8JsonWriter(_output, new JsonWriterOptions { Indented = true });
        _json.WriteStartObject();
        _json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        _json.WriteString("version", "2.1.0");
        _json.WriteStartArray("runs");
        _json.WriteStartObject();
        WriteTool();
        _json.WriteString("columnKind", "utf16CodeUnits");
        _json.WriteStartArray("results");
    }

    public bool AllowsProgress { get; }

    public void Add(string file, BatchFinding finding)
    {
        _json.WriteStartObject();
        _json.WriteString("ruleId", finding.Rule);
        _json.WriteString("level", finding.Severity is BatchFindingSeverity.Error ? "error" : "warning");
        _json.WriteStartObject("message");
        _json.WriteString("text", finding.Message);
        _json.WriteEndObject();
        _json.WriteStartArray("locations");
        _json.WriteStartObject();
        _json.WriteStartObject("physicalLocation");
        _json.WriteStartObject("artifactLocation");
        _json.WriteString("uri", UriOf(file));
        _json.WriteEndObject();
        _json.WriteStartObject("region");
        _json.WriteNumber("startLine", finding.Line);
        _json.WriteNumber("startColumn", finding.Utf16Column);
        _json.WriteEndObject();
        _json.WriteEndObject();
        _json.WriteEndObject();
        _json.WriteEndArray();
        _json.WriteEndObject();
        if (_json.BytesPending > FlushedAt)
        {
            _json.Flush();
        }
    }

    public void EndFile(CheckedFile file) => _isWhole &= file.IsWhole;

    public void Fail(string file, string message) => _isWhole = false;

    public void End()
    {
        _json.WriteEndArray();
        _json.WriteStartArray("invocations");
        _json.WriteStartObject();
        _json.WriteBoolean("executionSuccessful", _isWhole);
        _json.WriteEndObject();
        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.WriteEndArray();
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

    private void WriteTool()
    {
        _json.WriteStartObject("tool");
        _json.WriteStartObject("driver");
        _json.WriteString("name", ToolHelp.ProgramName);
        _json.WriteString("version", Version());
        _json.WriteStartArray("rules");
        foreach ((string clause, string text) in Rules)
        {
            _json.WriteStartObject();
            _json.WriteString("id", clause);
            _json.WriteStartObject("shortDescription");
            _json.WriteString("text", text);
            _json.WriteEndObject();
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.WriteEndObject();
    }

    private static string Version() =>
        typeof(SarifReport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    /// <summary>An absolute path becomes a file address; a relative one stays so, each segment escaped.</summary>
    private static string UriOf(string file) =>
        Path.IsPathFullyQualified(file)
            ? new Uri(file).AbsoluteUri
            : string.Join('/', file.Split(Path.DirectorySeparatorChar).Select(Uri.EscapeDataString));
}
