namespace ProfileSchema.Tool;

/// <summary>Ends a command with a message for the person and a code for the script.</summary>
internal sealed class ToolException(int exitCode, string message, Exception? innerException = null)
    : Exception(message, innerException)
{
    public int ExitCode { get; } = exitCode;
}
