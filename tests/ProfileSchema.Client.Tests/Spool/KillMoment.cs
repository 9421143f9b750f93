using ProfileSchema.Emulator;

namespace ProfileSchema.Client.Tests.Spool;

/// <summary>When a spooled run is killed: after one of its files came into a state, or whenever it happens to be.</summary>
/// <param name="Name">What the moment is called in figures.</param>
/// <param name="Operation">The call that is held so that the run stands still at that moment; null where none is.</param>
/// <param name="Fault">What holds it.</param>
internal sealed record KillMoment(string Name, TargetOperation? Operation = null, FaultMoment Fault = default)
{
    /// <summary>A file is on disk, and the one before it is under way.</summary>
    public static KillMoment Stored { get; } = new("stored", TargetOperation.BulkUpdate, FaultMoment.BeforeEffect);

    /// <summary>A file is under way.</summary>
    public static KillMoment Sending { get; } = new("sending", TargetOperation.BulkUpdate, FaultMoment.BeforeEffect);

    /// <summary>The service took a file, and the run does not know it yet (BULK-7).</summary>
    public static KillMoment Taken { get; } = new("taken", TargetOperation.BulkUpdate, FaultMoment.AfterEffect);

    /// <summary>A file was noted as accepted, and its status is being asked for.</summary>
    public static KillMoment Accepted { get; } = new("accepted", TargetOperation.BatchStatus, FaultMoment.BeforeEffect);

    /// <summary>A file was noted as finished.</summary>
    public static KillMoment Finished { get; } = new("finished");

    /// <summary>A while after the first file was done with.</summary>
    public static KillMoment Random { get; } = new("random");

    /// <summary>The moments of a transition.</summary>
    public static IReadOnlyList<KillMoment> Transitions { get; } = [Stored, Sending, Taken, Accepted, Finished];
}
