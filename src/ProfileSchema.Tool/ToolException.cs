namespace ProfileSchema.Tool;

/// <summary>Ends a command with a message for the person and a code for the script.</summary>
internal sealed class ToolException(int exitCode, string message, Exception? innerException = null)
    : Exception(message, innerException)
{
    public int ExitCode { get; } = exitCode;

    /// <summary>What the library says about an option, without the name that it has in the library's own code.</summary>
    public static ToolException OfUsage(ArgumentException exception) =>
        new(
            Tool.ExitCode.Usage,
            MessageOf(exception)
                .Replace("ProfileClientOptions.ClientCode", "--client", StringComparison.Ordinal)
                .Replace("ProfileClientOptions.BaseAddress", "--base-address", StringComparison.Ordinal)
                .Replace("AdobeTokenOptions.Tenant", "--tenant", StringComparison.Ordinal)
                .Replace("AdobeTokenOptions.ApiKey", "--api-key", StringComparison.Ordinal)
                .Replace("AdobeTokenOptions.BaseAddress", "--base-address", StringComparison.Ordinal)
                .Replace("BulkOptions.Version", "--api-version", StringComparison.Ordinal),
            exception
        );

    /// <summary>The message without the parameter's name, which means nothing on a command line.</summary>
    public static string MessageOf(ArgumentException exception) =>
        exception.Message.Replace($" (Parameter '{exception.ParamName}')", "", StringComparison.Ordinal);
}
