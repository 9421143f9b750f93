using ProfileSchema.Emulator.Accounts;
using ProfileSchema.Emulator.Calls;

namespace ProfileSchema.Emulator.Hosting;

/// <summary>What one emulator holds, whoever serves it.</summary>
internal sealed class EmulatorState : IAsyncDisposable
{
    public EmulatorState(TargetEmulatorOptions options)
    {
        Options = options;
        Tally = new ViolationTally(options.TimeProvider);
        Violations = new ViolationLog(parent: null, Tally);
        Accounts = new AccountDirectory(options, Violations);
        Calls = new CallLog(options);
        Delays = new DelayedCalls(options.TimeProvider);
        Faults = new FaultScript(options.FaultPlan, Delays);
    }

    public TargetEmulatorOptions Options { get; }

    public ViolationTally Tally { get; }

    public ViolationLog Violations { get; }

    public AccountDirectory Accounts { get; }

    public CallLog Calls { get; }

    public DelayedCalls Delays { get; }

    public FaultScript Faults { get; }

    public ValueTask DisposeAsync() => Delays.DisposeAsync();
}
