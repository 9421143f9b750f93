using Microsoft.AspNetCore.Builder;
using ProfileSchema.Emulator.Hosting;
using ProfileSchema.Emulator.WebUi;
using ProfileSchema.Emulator.WebUi.Views;

namespace ProfileSchema.Emulator;

/// <summary>
/// Emulates Adobe Target's Profile APIs: an HTTP server on 127.0.0.1 that accepts single, session and bulk updates, keeps profiles, returns
/// statuses and profiles, enforces the documented limits, and records every call.
/// </summary>
/// <remarks>
/// The emulator validates calls with its own code. Content that the service accepts against the rules of the protocol is accepted and
/// reported in <see cref="Violations"/>; content that the service declines is declined and reported. All members are thread-safe.
/// <see cref="BaseAddress"/> in a browser is a web UI that shows accounts, profiles, batches and calls as they arrive.
/// </remarks>
/// <example>
/// <code>
/// await using TargetEmulator target = await TargetEmulator.StartAsync();
/// using var client = new ProfileClient(
///     new ProfileClientOptions { ClientCode = "acme", BaseAddress = target.BaseAddress });
/// target.GetAccount("acme").AddProfile("M100001");
///
/// await client.UpdateAsync(member);
///
/// Assert.Empty(target.Violations);
/// </code>
/// </example>
public sealed class TargetEmulator : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly EmulatorState _state;

    private TargetEmulator(WebApplication server, EmulatorState state)
    {
        _server = server;
        _state = state;
        BaseAddress = new Uri(server.Urls.Single());
    }

    /// <summary>Gets the address of the emulator: <c>http://127.0.0.1:PORT/</c>.</summary>
    public Uri BaseAddress { get; }

    /// <summary>Gets the faults of future calls and the counts of the faults that were applied.</summary>
    public FaultScript Faults => _state.Faults;

    /// <summary>Gets the accounts: those of the options and those that a call or <see cref="GetAccount"/> created.</summary>
    public IReadOnlyList<TargetAccount> Accounts => _state.Accounts.All;

    /// <summary>
    /// Gets the received calls that are kept, in the order in which they arrived. A call is in the list before its caller gets the
    /// reply.
    /// </summary>
    public IReadOnlyList<ReceivedCall> Calls => _state.Calls.Snapshot();

    /// <summary>Gets the number of received calls, including those that are no longer kept.</summary>
    public long CallCount => _state.Calls.Count;

    /// <summary>
    /// Gets the protocol violations of calls and batches, at most 1,000. The violations of rows appear when the batch is applied.
    /// </summary>
    public IReadOnlyList<ProtocolViolation> Violations
    {
        get
        {
            _state.Accounts.ApplyDueBatches();
            return _state.Violations.Snapshot();
        }
    }

    /// <summary>Gets the number of violations, including those that <see cref="Violations"/> does not contain.</summary>
    public long ViolationCount
    {
        get
        {
            _state.Accounts.ApplyDueBatches();
            return _state.Violations.Count;
        }
    }

    /// <summary>Starts an emulator, which is ready when the task completes.</summary>
    /// <param name="options">The options, or null for the defaults. They are copied.</param>
    /// <param name="cancellationToken">Cancels the start, not the emulator.</param>
    /// <exception cref="ArgumentException">An option is out of range, or a client code is invalid (ID-6).</exception>
    /// <exception cref="IOException">The port is in use.</exception>
    public static async Task<TargetEmulator> StartAsync(
        TargetEmulatorOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        options = options is null ? new TargetEmulatorOptions() : options.Copy();
        TargetEmulatorOptions.Validate(options);
        var state = new EmulatorState(options);
        if (options.Prepare is { } prepare)
        {
            await prepare(state.Accounts.Get, cancellationToken).ConfigureAwait(false);
        }

        var pipeline = new CallPipeline(state);
        var webUi = new WebUiServer(new ViewState(options, state.Accounts, state.Calls, state.Tally));
        WebApplication server = LoopbackServer.Create(
            options.Port,
            context => WebUiServer.Serves(context.Request) ? webUi.HandleAsync(context) : pipeline.HandleAsync(context)
        );
        try
        {
            await server.StartAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await server.DisposeAsync().ConfigureAwait(false);
            await state.DisposeAsync().ConfigureAwait(false);
            throw;
        }

        return new TargetEmulator(server, state);
    }

    /// <summary>Returns the account of a client code. It is created if it does not exist and the options allow any client code.</summary>
    /// <exception cref="ArgumentException">
    /// The client code is invalid (ID-6), or the options do not contain it.
    /// </exception>
    public TargetAccount GetAccount(string clientCode) => _state.Accounts.Get(clientCode);

    /// <summary>Removes the recorded calls and violations. Profiles, batches and quotas are not changed.</summary>
    public void ClearCalls()
    {
        _state.Calls.Clear();
        _state.Violations.Clear();
    }

    /// <summary>Stops the server. What was recorded remains available.</summary>
    public async ValueTask DisposeAsync()
    {
        await _state.DisposeAsync().ConfigureAwait(false);
        await _server.StopAsync().ConfigureAwait(false);
        await _server.DisposeAsync().ConfigureAwait(false);
    }
}
