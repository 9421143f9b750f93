using ProfileSchema.Tool.Output;

namespace ProfileSchema.Tool;

/// <summary>Named, because the web framework would make a program of top-level statements public.</summary>
internal static class Program
{
    private static Task<int> Main(string[] args) => ToolRoot.RunAsync(args, ToolConsole.OfProcess());
}
