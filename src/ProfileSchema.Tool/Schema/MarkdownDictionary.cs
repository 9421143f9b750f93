using ProfileSchema.Tool.Output;

namespace ProfileSchema.Tool.Schema;

/// <summary>The data dictionary as a document.</summary>
internal static class MarkdownDictionary
{
    public static void Write(IReadOnlyList<ProfileDictionary> profiles, ToolConsole console)
    {
        console.Line("# Profile attributes");
        foreach (ProfileDictionary profile in profiles)
        {
            console.Line();
            console.Line($"## {Escape(profile.TypeName)}");
            console.Line();
            console.Line($"Key: {Escape(profile.KeyName)}");
            console.Line();
            console.Line(Row(ProfileDictionary.Columns));
            console.Line(Row([.. ProfileDictionary.Columns.Select(_ => "---")]));
            foreach (ProfileParameter parameter in profile.Parameters)
            {
                console.Line(Row([.. profile.Cells(parameter).Select(Escape)]));
            }
        }
    }

    private static string Row(IReadOnlyList<string> cells) => $"| {string.Join(" | ", cells)} |";

    /// <summary>What Markdown would read as something else than text.</summary>
    private static string Escape(string text) =>
        string.Concat(text.Select(c => c is '|' or '\\' or '<' or '*' or '_' or '`' or '[' ? $"\\{c}" : c.ToString()));
}
