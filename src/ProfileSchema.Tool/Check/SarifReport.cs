using System.Reflection;
using ProfileSchema.Tool.Output;

namespace ProfileSchema.Tool.Check;

/// <summary>SARIF 2.1.0: a rule is a rule of the protocol.</summary>
internal sealed class SarifReport : StreamedReport
{
    private static readonly SarifRule[] Rules =
    [
        new("BATCH-1", new("A batch file begins with batch= and a header of a key and parameters.")),
        new("BATCH-2", new("A row is a key and a value for each column, separated by commas.")),
        new("BATCH-3", new("Lines end with LF.")),
        new("BATCH-4", new("A batch file has less than 50,000,000 bytes.")),
        new("BATCH-5", new("A batch file has at most 500,000 rows.")),
        new("BATCH-6", new("A batch without any value updates nothing.")),
        new("BATCH-7", new("Rows of one key may override each other.")),
        new("ID-3", new("A customer's id has at most 256 characters and holds no + and no /.")),
        new("ID-4", new("An id is not blank, not a path segment, and holds no control character.")),
        new("NAME-1", new("A parameter is named without profile.")),
        new("NAME-2", new("A name has 1 to 128 characters that audiences and scripts can address.")),
        new("NAME-3", new("A parameter has no name that belongs to the system.")),
        new("URL-1", new("Names and values are percent-encoded UTF-8.")),
        new("URL-2", new("Every byte but A-Z a-z 0-9 - . _ ~ is written as %XX.")),
        new("VALUE-2", new("A value of more than 256 characters may be of no use.")),
        new("VALUE-6", new("A row has at most 64,000 bytes.")),
    ];

    private bool _isWhole = true;

    public SarifReport(ToolConsole console)
        : base(console)
    {
        Json.WriteStartObject();
        Json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        Json.WriteString("version", "2.1.0");
        Json.WriteStartArray("runs");
        Json.WriteStartObject();
        Json.WritePropertyName("tool");
        Write(new SarifTool(new SarifDriver(ToolHelp.ProgramName, Version(), Rules)), ReportJson.Default.SarifTool);
        Json.WriteString("columnKind", "utf16CodeUnits");
        Json.WriteStartArray("results");
    }

    public override void Add(string file, BatchFinding finding)
    {
        var place = new SarifPlace(new SarifFile(UriOf(file)), new SarifRegion(finding.Line, finding.Utf16Column));
        Write(
            new SarifResult(
                finding.Rule,
                SeverityOf(finding),
                new SarifText(finding.Message),
                [new SarifLocation(place)]
            ),
            ReportJson.Default.SarifResult
        );
    }

    public override void EndFile(CheckedFile file) => _isWhole &= file.IsWhole;

    public override void Fail(string file, string message) => _isWhole = false;

    public override void End()
    {
        Json.WriteEndArray();
        Json.WritePropertyName("invocations");
        Write([new SarifInvocation(_isWhole)], ReportJson.Default.SarifInvocationArray);
        Json.WriteEndObject();
        Json.WriteEndArray();
        Json.WriteEndObject();
        base.End();
    }

    private static string Version() =>
        typeof(SarifReport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    /// <summary>An absolute path becomes a file address; a relative one stays so, each segment escaped.</summary>
    private static string UriOf(string file) =>
        Path.IsPathFullyQualified(file)
            ? new Uri(file).AbsoluteUri
            : string.Join('/', file.Split(Path.DirectorySeparatorChar).Select(Uri.EscapeDataString));
}

internal sealed record SarifText(string Text);

internal sealed record SarifRule(string Id, SarifText ShortDescription);

internal sealed record SarifDriver(string Name, string Version, SarifRule[] Rules);

internal sealed record SarifTool(SarifDriver Driver);

internal sealed record SarifFile(string Uri);

internal sealed record SarifRegion(long StartLine, long StartColumn);

internal sealed record SarifPlace(SarifFile ArtifactLocation, SarifRegion Region);

internal sealed record SarifLocation(SarifPlace PhysicalLocation);

internal sealed record SarifResult(string RuleId, string Level, SarifText Message, SarifLocation[] Locations);

internal sealed record SarifInvocation(bool ExecutionSuccessful);
