using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace ProfileSchema.Client;

/// <summary>The options of a client, judged once and then unchangeable.</summary>
internal sealed class ClientSettings
{
    private const string Options = nameof(ProfileClientOptions);

    public ClientSettings(ProfileClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        ClientCode = OptionRules.RequireHostLabel(options.ClientCode, Options, nameof(options.ClientCode));
        BaseAddress = OptionRules.RequireAddress(
            options.BaseAddress ?? new Uri($"https://{ClientCode}.tt.omtrdc.net"),
            Options,
            nameof(options.BaseAddress)
        );
        TokenSource = options.TokenSource;
        SingleUpdateMethod = options.SingleUpdateMethod;
        RequestTimeout = OptionRules.RequirePositive(options.RequestTimeout, Options, nameof(options.RequestTimeout));
        MaxAttempts = RequireAttempts(options.MaxAttempts);
        TimeProvider =
            options.TimeProvider ?? throw OptionRules.Invalid(Options, nameof(options.TimeProvider), "is null");
        Logger = options.LoggerFactory?.CreateLogger(ClientTelemetry.Name) ?? NullLogger.Instance;
        Budget = options.Budget ?? new ProfileAccountBudget(TimeProvider);
        OwnBudget = options.Budget is null ? Budget : null;
    }

    public string ClientCode { get; }

    public Uri BaseAddress { get; }

    public ProfileTokenSource? TokenSource { get; }

    public SingleUpdateMethod SingleUpdateMethod { get; }

    public TimeSpan RequestTimeout { get; }

    public int MaxAttempts { get; }

    public TimeProvider TimeProvider { get; }

    public ILogger Logger { get; }

    public ProfileAccountBudget Budget { get; }

    /// <summary>The budget, if the client made it and has to dispose of it.</summary>
    public ProfileAccountBudget? OwnBudget { get; }

    private static int RequireAttempts(int attempts) =>
        attempts > 0
            ? attempts
            : throw OptionRules.Invalid(Options, nameof(ProfileClientOptions.MaxAttempts), "is less than one");
}
