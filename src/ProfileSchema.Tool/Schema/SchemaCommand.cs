using System.CommandLine;
using ProfileSchema.Tool.Output;

namespace ProfileSchema.Tool.Schema;

/// <summary><c>schema ASSEMBLY</c>: the data dictionary of the profiles in an assembly, for those who configure audiences.</summary>
internal static class SchemaCommand
{
    private const string Table = "table";
    private const string Markdown = "markdown";
    private const string Json = "json";

    public static Command Create(ToolConsole console)
    {
        var assembly = new Argument<string>("ASSEMBLY")
        {
            Description =
                "The built assembly (.dll) that declares the profiles, beside what it depends on. It is loaded.",
        };
        var format = new Option<string>("--format")
        {
            Description = "A table, a document, or JSON schema.",
            DefaultValueFactory = _ => Table,
        };
        format.AcceptOnlyFromAmong(Table, Markdown, Json);
        var command = new ToolCommand(
            "schema",
            "Writes the data dictionary of the profiles in an assembly. The assembly is loaded, so use it on your own only.",
            "schema bin/Release/net10.0/Loyalty.dll",
            "schema Loyalty.dll --format markdown > attributes.md",
            "schema Loyalty.dll --format json > attributes.schema.json"
        )
        {
            assembly,
            format,
        };
        command.SetAction(result =>
        {
            string path = result.GetRequiredValue(assembly);
            console.Note($"Loading {path}. Its code is in this process from here on.");
            IReadOnlyList<ProfileDictionary> profiles = ProfileAssembly.Read(path);
            if (profiles.Count == 0)
            {
                console.Error($"{path} declares no profile: no type is marked [Profile] or [ProfileContractFor].");
                return ExitCode.NotFound;
            }

            switch (result.GetRequiredValue(format))
            {
                case Markdown:
                    MarkdownDictionary.Write(profiles, console);
                    break;
                case Json:
                    JsonDictionary.Write(profiles, console);
                    break;
                default:
                    Write(profiles, console);
                    break;
            }

            return ExitCode.Success;
        });
        return command;
    }

    private static void Write(IReadOnlyList<ProfileDictionary> profiles, ToolConsole console)
    {
        foreach (ProfileDictionary profile in profiles)
        {
            console.Line($"{profile.TypeName} (key: {profile.KeyName})");
            console.Table(
                ProfileDictionary.Columns,
                [.. profile.Parameters.Select(parameter => profile.Cells(parameter))]
            );
            console.Line();
        }
    }
}
