namespace ProfileSchema.Client;

/// <summary>The options of a client, judged once and then unchangeable.</summary>
internal sealed class ClientSettings
{
    private const int MaxClientCodeLength = 63;

    public ClientSettings(ProfileClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        ClientCode = RequireClientCode(options.ClientCode);
        BaseAddress = RequireBaseAddress(options.BaseAddress ?? new Uri($"https://{ClientCode}.tt.omtrdc.net"));
        TokenSource = options.TokenSource;
        SingleUpdateMethod = options.SingleUpdateMethod;
        RequestTimeout = RequirePositive(options.RequestTimeout);
        TimeProvider = options.TimeProvider ?? throw Invalid(nameof(options.TimeProvider), "is null");
    }

    public string ClientCode { get; }

    public Uri BaseAddress { get; }

    public ProfileTokenSource? TokenSource { get; }

    public SingleUpdateMethod SingleUpdateMethod { get; }

    public TimeSpan RequestTimeout { get; }

    public TimeProvider TimeProvider { get; }

    // ID-6: the code becomes part of a host name and of a path.
    private static string RequireClientCode(string? code)
    {
        bool isHostLabel =
            code is { Length: > 0 and <= MaxClientCodeLength }
            && code.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')
            && code[0] != '-'
            && code[^1] != '-';
        return isHostLabel
            ? code!
            : throw Invalid(
                nameof(ProfileClientOptions.ClientCode),
                "is not 1 to 63 letters, digits and hyphens without a hyphen at either end (ID-6); "
                    + "it is the first part of the host name under tt.omtrdc.net"
            );
    }

    // AUTH-5
    private static Uri RequireBaseAddress(Uri address)
    {
        const string setting = nameof(ProfileClientOptions.BaseAddress);
        if (
            !address.IsAbsoluteUri
            || address.UserInfo.Length > 0
            || address.PathAndQuery != "/"
            || address.Fragment.Length > 0
        )
        {
            throw Invalid(setting, "is not a scheme and a host alone, such as https://target.example.com");
        }

        bool isSafe =
            address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback);
        return isSafe ? address : throw Invalid(setting, "is neither https nor http on a loopback address (AUTH-5)");
    }

    private static TimeSpan RequirePositive(TimeSpan timeout) =>
        timeout > TimeSpan.Zero
            ? timeout
            : throw Invalid(nameof(ProfileClientOptions.RequestTimeout), "is not a positive span of time");

    private static ArgumentException Invalid(string setting, string fault) =>
        new($"{nameof(ProfileClientOptions)}.{setting} {fault}.", setting);
}
