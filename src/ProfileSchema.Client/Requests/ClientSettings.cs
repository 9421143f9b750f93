using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace ProfileSchema.Client;

/// <summary>The options of a client, judged once and then unchangeable.</summary>
internal sealed class ClientSettings
{
    private const string Options = nameof(ProfileClientOptions);

    /// <param name="sharedBudget">The budget of a client whose options hold none; null for one of its own.</param>
    public ClientSettings(ProfileClientOptions options, ProfileAccountBudget? sharedBudget = null)
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
        Logger = options.LoggerFactory?.CreateLogger(ClientTelemetry.Name) ?? NullLogger.Instance;
        ProfileAccountBudget? budget = options.Budget ?? sharedBudget;
        Budget = budget ?? new ProfileAccountBudget(TimeProvider);
        OwnBudget = budget is null ? Budget : null;
    }

    public string ClientCode { get; }

    public Uri BaseAddress { get; }

    public ProfileTokenSource? TokenSource { get; }

    public TimeSpan RequestTimeout { get; }

    public int MaxAttempts { get; }

    public TimeProvider TimeProvider { get; }

    public ILogger Logger { get; }

    public ProfileAccountBudget Budget { get; }

    /// <summary>The budget, if the client made it and has to dispose of it.</summary>
    public ProfileAccountBudget? OwnBudget { get; }
}
