using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using ProfileSchema.Client.Quota;

namespace ProfileSchema.Client.Http;

/// <summary>The options of a client, judged once and then unchangeable.</summary>
internal sealed class ClientSettings
{
    private const string Options = nameof(ProfileClientOptions);

    /// <param name="sharedQuota">The quota of a client whose options hold none; null for one of its own.</param>
    public ClientSettings(ProfileClientOptions options, AccountQuota? sharedQuota = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        foreach (OptionFault fault in ClientOptionsRules.Faults(options))
        {
            throw OptionRules.Invalid(Options, fault.Option, fault.Fault);
        }

        ClientCode = options.ClientCode;
        BaseAddress = options.BaseAddress ?? new Uri($"https://{ClientCode}.tt.omtrdc.net");
        TokenSource = options.TokenSource;
        RequestTimeout = options.RequestTimeout;
        MaxAttempts = options.MaxAttempts;
        TimeProvider = options.TimeProvider;
        Logger = options.LoggerFactory?.CreateLogger(ProfileClientTelemetry.LogCategory) ?? NullLogger.Instance;
        AccountQuota? quota = options.Quota ?? sharedQuota;
        OwnQuota = quota is null ? new LocalAccountQuota(timeProvider: TimeProvider) : null;
        Quota = new GuardedQuota(quota ?? OwnQuota!, Logger);
    }

    public string ClientCode { get; }

    public Uri BaseAddress { get; }

    public ProfileTokenSource? TokenSource { get; }

    public TimeSpan RequestTimeout { get; }

    public int MaxAttempts { get; }

    public TimeProvider TimeProvider { get; }

    public ILogger Logger { get; }

    public GuardedQuota Quota { get; }

    /// <summary>The quota, if the client made it and has to dispose of it.</summary>
    public AccountQuota? OwnQuota { get; }
}
