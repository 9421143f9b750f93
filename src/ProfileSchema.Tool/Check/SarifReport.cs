using System.Reflection;
using ProfileSchema.Tool.Output;

namespace ProfileSchema.Tool.Check;

/// <summary>SARIF 2.1.0: a rule is a rule of the protocol.</summary>
internal sealed class SarifReport : StreamedReport
{
    private static readonly (string Id, string Text)[] Rules =
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
        Write(
            new
            {
                Driver = new
                {
                    Name = ToolHelp.ProgramName,
                    Version = Version(),
                    Rules = Rules.Select(rule => new { rule.Id, ShortDescription = new { rule.Text } }),
                },
            }
        );
        Json.WriteString("columnKind", "utf16CodeUnits");
        Json.WriteStartArray("results");
    }

    public override void Add(string file, BatchFinding finding)
    {
        var place = new
        {
            ArtifactLocation = new { Uri = UriOf(file) },
            Region = new { StartLine = finding.Line, StartColumn = finding.Utf16Column },
        };
        Write(
            new
            {
                RuleId = finding.Rule,
                Level = SeverityOf(finding),
                Message = new { Text = finding.Message },
                Locations = new[] { new { PhysicalLocation = place } },
            }
        );
    }

    public override void EndFile(CheckedFile file) => _isWhole &= file.IsWhole;

    public override void Fail(string file, string message) => _isWhole = false;

    public override void End()
    {
        Json.WriteEndArray();
        Json.WritePropertyName("invocations");
        Write(new[] { new { ExecutionSuccessful = _isWhole } });
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
