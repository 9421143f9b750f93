using ProfileSchema.Client.Http;

namespace ProfileSchema.Client.Hosting;

/// <summary>The settings of a client that a configuration can hold, as they are named there. What is null was not set.</summary>
internal sealed class ClientConfiguration
{
    /// <summary>Where it was read, for messages.</summary>
    internal string Path { get; set; } = "";

    public string? ClientCode { get; set; }

    public Uri? BaseAddress { get; set; }

    public string? Token { get; set; }

    public TimeSpan? RequestTimeout { get; set; }

    public int? MaxAttempts { get; set; }

    public AccountQuotaOptions? Quota { get; set; }

    public void CopyTo(ProfileClientOptions options)
    {
        options.ClientCode = ClientCode ?? options.ClientCode;
        options.BaseAddress = BaseAddress ?? options.BaseAddress;
        options.RequestTimeout = RequestTimeout ?? options.RequestTimeout;
        options.MaxAttempts = MaxAttempts ?? options.MaxAttempts;
        if (BearerToken.Fault(Token) is null)
        {
            options.TokenSource = ProfileTokenSource.Fixed(Token!);
        }
    }
}
