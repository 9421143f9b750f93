using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using ProfileSchema.Client.Quota;

namespace ProfileSchema.Client.Http;

/// <summary>Where a sender sends its calls, and within which limits.</summary>
internal class SenderSettings
{
    public required Uri BaseAddress { get; init; }

    public required TimeSpan RequestTimeout { get; init; }

    public required int MaxAttempts { get; init; }

    public required TimeProvider TimeProvider { get; init; }

    /// <summary>Null where no token of an account is sent.</summary>
    public ProfileTokenSource? TokenSource { get; init; }

    /// <summary>Null where no call is counted.</summary>
    public virtual GuardedQuota? Quota => null;
}

/// <summary>The options of a client, validated once and then unchangeable.</summary>
internal sealed class ClientSettings : SenderSettings
{
    /// <param name="sharedQuota">The quota of a client whose options hold none; null for one of its own.</param>
    [SetsRequiredMembers]
    public ClientSettings(ProfileClientOptions options, AccountQuota? sharedQuota = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        foreach (OptionFault fault in Faults(options))
        {
            throw OptionRules.Invalid(nameof(ProfileClientOptions), fault.Option, fault.Fault);
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

    public ILogger Logger { get; }

    public override GuardedQuota Quota { get; }

    /// <summary>The quota, if the client made it and has to dispose of it.</summary>
    public AccountQuota? OwnQuota { get; }

    /// <summary>An address as it is written: the platform would unescape what an ID needs escaped.</summary>
    public Uri ExactAddress(string pathAndQuery) =>
        new(
            BaseAddress.GetLeftPart(UriPartial.Authority) + pathAndQuery,
            new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }
        );

    /// <summary>What is wrong with the options, each by its name.</summary>
    public static IEnumerable<OptionFault> Faults(ProfileClientOptions options)
    {
        (string Option, string? Fault)[] checks =
        [
            (nameof(options.ClientCode), OptionRules.LabelFault(options.ClientCode)),
            (
                nameof(options.BaseAddress),
                options.BaseAddress is null ? null : OptionRules.AddressFault(options.BaseAddress)
            ),
            (nameof(options.RequestTimeout), OptionRules.SpanFault(options.RequestTimeout)),
            (nameof(options.MaxAttempts), options.MaxAttempts > 0 ? null : "must be at least 1"),
            (nameof(options.TimeProvider), OptionRules.ClockFault(options.TimeProvider)),
        ];
        return from check in checks where check.Fault is not null select new OptionFault(check.Option, check.Fault);
    }
}
