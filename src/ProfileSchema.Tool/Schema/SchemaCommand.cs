using System.CommandLine;
using ProfileSchema.Tool.Output;

namespace ProfileSchema.Tool.Schema;

/// <summary><c>schema ASSEMBLY</c>: the data dictionary of the profiles in an assembly, for those who configure audiences.</summary>
internal sealed class SchemaCommand : ToolCommand
{
    private const string Table = "table";
    private const string Markdown = "markdown";
    private const string Json = "json";

    private readonly ToolConsole _console;

    private readonly Argument<string> _assembly = new("ASSEMBLY")
    {
        Description = "The built assembly (.dll) that declares the profiles, beside what it depends on. It is loaded.",
    };

    private readonly Option<string> _format = new("--format")
    {
        Description = "A table, a document, or JSON schema.",
        DefaultValueFactory = _ => Table,
    };

    public SchemaCommand(ToolConsole console)
        : base(
            "schema",
            "Writes the data dictionary of the profiles in an assembly. The assembly is loaded, so use it on your own only.",
            "schema bin/Release/net10.0/Loyalty.dll",
            "schema Loyalty.dll --format markdown > attributes.md",
            "schema Loyalty.dll --format json > attributes.schema.json"
        )
    {
        _console = console;
        _format.AcceptOnlyFromAmong(Table, Markdown, Json);
        Add(_assembly);
        Add(_format);
        SetAction(Run);
    }

    private int Run(ParseResult result)
    {
        IReadOnlyList<ProfileDictionary> profiles = ProfileAssembly.Read(result.GetRequiredValue(_assembly), _console);
        switch (result.GetRequiredValue(_format))
        {
            case Markdown:
                MarkdownDictionary.Write(profiles, _console);
                break;
            case Json:
                JsonDictionary.Write(profiles, _console);
                break;
            default:
                WriteTables(profiles);
                break;
        }

        return ExitCode.Success;
    }

    private void WriteTables(IReadOnlyList<ProfileDictionary> profiles)
    {
        foreach (ProfileDictionary profile in profiles)
        {
            _console.Line($"{profile.TypeName} (key: {profile.KeyName})");
            _console.Table(
                ProfileDictionary.Columns,
                [.. profile.Parameters.Select(parameter => profile.Cells(parameter))]
            );
            _console.Line();
        }
    }
}
