using System.CommandLine;

namespace ProfileSchema.Tool;

/// <summary>A command with examples, which its help shows.</summary>
internal sealed class ToolCommand(string name, string description, params string[] examples)
    : Command(name, description)
{
    /// <summary>Command lines as one would type them, without the name of the program.</summary>
    public IReadOnlyList<string> Examples { get; } = examples;
}
