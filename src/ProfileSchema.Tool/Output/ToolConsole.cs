namespace ProfileSchema.Tool.Output;

/// <summary>Where a command writes: what it was asked for to the output, what it has to say about it to the error output.</summary>
internal sealed class ToolConsole(TextWriter output, TextWriter error)
{
    public TextWriter Out { get; } = output;

    public TextWriter Error { get; } = error;

    public static ToolConsole OfProcess() => new(Console.Out, Console.Error);
}
