using Microsoft.AspNetCore.Builder;

namespace ProfileSchema.Emulator;

/// <summary>
/// Adobe Target's Profile APIs on this machine: a real HTTP server on 127.0.0.1 that takes single updates and batches, keeps
/// profiles, answers statuses and fetches, applies the documented limits, and remembers every call that it received.
/// </summary>
/// <remarks>
/// It judges what it receives on its own, with its own decoder. What the service would read although the protocol advises
/// against it is read and reported in <see cref="Violations"/>; what the service would refuse is refused and reported too.
/// All members may be used from several threads at once. Opened in a browser, <see cref="BaseAddress"/> is a page that shows
/// accounts, profiles, batches and calls as they arrive.
/// </remarks>
public sealed class TargetEmulator : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly AccountDirectory _accounts;
    private readonly CallLog _calls;
    private readonly ViolationLog _violations;
    private readonly CallHolder _holder;

    private TargetEmulator(
        WebApplication server,
        AccountDirectory accounts,
        CallLog calls,
        ViolationLog violations,
        FaultScript faults,
        CallHolder holder,
        Uri baseAddress
    )
    {
        _server = server;
        _accounts = accounts;
        _calls = calls;
        _violations = violations;
        _holder = holder;
        Faults = faults;
        BaseAddress = baseAddress;
    }

    /// <summary>Where the emulator listens: <c>http://127.0.0.1:PORT/</c>.</summary>
    public Uri BaseAddress { get; }

    /// <summary>What goes wrong with the calls to come, and what went wrong with those before.</summary>
    public FaultScript Faults { get; }

    /// <summary>The accounts that exist so far: those of the options and those that a call or a caller named.</summary>
    public IReadOnlyList<TargetAccount> Accounts => _accounts.All;

    /// <summary>
    /// The calls received so far that are kept, in the order of their receipt. A call is in the list before its caller gets
    /// the reply.
    /// </summary>
    public IReadOnlyList<ReceivedCall> Calls => _calls.Snapshot();

    /// <summary>How many calls were received, those included that are no longer kept.</summary>
    public long CallCount => _calls.Count;

    /// <summary>
    /// What calls and batches did against the protocol, the first 1,000. Those of a batch's rows appear when it is applied.
    /// </summary>
    public IReadOnlyList<ProtocolViolation> Violations
    {
        get
        {
            _accounts.ApplyDueBatches();
            return _violations.Snapshot();
        }
    }

    /// <summary>How many violations there were, those included that <see cref="Violations"/> no longer lists.</summary>
    public long ViolationCount
    {
        get
        {
            _accounts.ApplyDueBatches();
            return _violations.Count;
        }
    }

    /// <summary>Starts an emulator; it answers when the task completes.</summary>
    /// <param name="options">How it behaves; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the start, not the emulator.</param>
    /// <exception cref="ArgumentException">An option is out of its range, or a client code is invalid (ID-6).</exception>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<TargetEmulator> StartAsync(
        TargetEmulatorOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        options ??= new TargetEmulatorOptions();
        OptionsValidation.Validate(options);
        var tally = new ViolationTally(options.TimeProvider);
        var violations = new ViolationLog(parent: null, tally);
        var accounts = new AccountDirectory(options, violations);
        var calls = new CallLog(options);
        if (options.Prepare is { } prepare)
        {
            await prepare(accounts.Get, cancellationToken).ConfigureAwait(false);
        }

        var holder = new CallHolder(options.TimeProvider);
        var faults = new FaultScript(options.FaultPlan, holder);
        var pipeline = new CallPipeline(options, accounts, calls, violations, faults, holder);
        var page = new PageServer(new PageState(options, accounts, calls, tally));
        WebApplication server = LoopbackServer.Create(
            options.Port,
            context => PageServer.Serves(context.Request) ? page.HandleAsync(context) : pipeline.HandleAsync(context)
        );
        try
        {
            await server.StartAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await server.DisposeAsync().ConfigureAwait(false);
            await holder.DisposeAsync().ConfigureAwait(false);
            throw;
        }

        return new TargetEmulator(server, accounts, calls, violations, faults, holder, new Uri(server.Urls.Single()));
    }

    /// <summary>The account of a client code.</summary>
    /// <exception cref="ArgumentException">
    /// The client code is invalid (ID-6), or not among those that the options name.
    /// </exception>
    public TargetAccount GetAccount(string clientCode) => _accounts.Get(clientCode);

    /// <summary>Forgets the calls and violations so far. Profiles, batches and budgets stay.</summary>
    public void ClearCalls()
    {
        _calls.Clear();
        _violations.Clear();
    }

    /// <summary>Stops listening. What was received can still be looked at.</summary>
    public async ValueTask DisposeAsync()
    {
        await _holder.DisposeAsync().ConfigureAwait(false);
        await _server.StopAsync().ConfigureAwait(false);
        await _server.DisposeAsync().ConfigureAwait(false);
    }
}
