namespace ProfileSchema.Tool;

/// <summary>Ends a command with a message for the person and a code for the script.</summary>
internal sealed class ToolException(int exitCode, string message, Exception? innerException = null)
    : Exception(message, innerException)
{
    private static readonly (string Library, string CommandLine)[] OptionNames =
    [
        ("ProfileClientOptions.ClientCode", "--client"),
        ("ProfileClientOptions.BaseAddress", "--base-address"),
        ("ProfileClientOptions.TokenSource", "--token-env, --token-file or --token-stdin"),
        ("AdobeTokenOptions.Tenant", "--tenant"),
        ("AdobeTokenOptions.ApiKey", "--api-key"),
        ("AdobeTokenOptions.BaseAddress", "--base-address"),
        ("AdobeTokenOptions.AccessToken and ApiKey", "the Adobe I/O token and --api-key"),
        ("AdobeTokenOptions.AccessToken", "--adobe-token-env, --adobe-token-file or --adobe-token-stdin"),
        ("BulkOptions.ApiVersion", "--api-version"),
        ("BulkOptions.DuplicateHandling", "--duplicates"),
        ("BulkOptions.ResendExpiredFiles", "--resend-old"),
        ("BulkOptions.SpoolDirectory", "--spool"),
    ];

    public int ExitCode { get; } = exitCode;

    /// <summary>What the library says about an option, without the name that it has in the library's own code.</summary>
    public static ToolException OfUsage(ArgumentException exception) =>
        new(Tool.ExitCode.Usage, Reword(MessageOf(exception)), exception);

    /// <summary>Makes something of the library's by options of the command line.</summary>
    /// <exception cref="ToolException">An option is not valid.</exception>
    public static T Make<T>(Func<T> make)
    {
        try
        {
            return make();
        }
        catch (ArgumentException exception)
        {
            throw OfUsage(exception);
        }
    }

    /// <summary>A message of the library with the options of the command line in place of those of the library's own code.</summary>
    public static string Reword(string message) =>
        OptionNames.Aggregate(
            message,
            (text, name) => text.Replace(name.Library, name.CommandLine, StringComparison.Ordinal)
        );

    /// <summary>The message without the parameter's name, which means nothing on a command line.</summary>
    public static string MessageOf(ArgumentException exception) =>
        exception.Message.Replace($" (Parameter '{exception.ParamName}')", "", StringComparison.Ordinal);
}
