namespace ProfileSchema.Emulator;

/// <summary>Faults of an accepted batch, for calls of <see cref="TargetOperation.BulkUpdate"/>.</summary>
public static class BatchFault
{
    /// <summary>The batch becomes <c>stuck</c> once so many of its rows were looked at; the others are lost (STATUS-3).</summary>
    /// <param name="afterRows">How many rows are looked at; a batch with fewer is completed.</param>
    public static Fault Stuck(int afterRows)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(afterRows);
        return new StuckFault(afterRows);
    }

    /// <summary>Its status is not known any more from so long after its receipt on (STATUS-4). Its rows are applied.</summary>
    public static Fault StatusLost(TimeSpan after)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(after, TimeSpan.Zero);
        return new StatusLostFault(after);
    }

    /// <summary>The reply gives the status URL in this form (BULK-4, STATUS-6).</summary>
    public static Fault StatusUrl(StatusUrlForm form) => new StatusUrlFault(FaultArguments.Defined(form));

    /// <summary>The status URL begins with something else than the emulator's address; path and query are right (STATUS-6).</summary>
    /// <param name="origin">What goes before the path, for example <c>http://demo.tt.omtrdc.net@127.0.0.1:81</c>.</param>
    public static Fault StatusUrlAt(string origin)
    {
        ArgumentException.ThrowIfNullOrEmpty(origin);
        return new StatusOriginFault(origin);
    }

    /// <summary>Its status is told in the older form, profile by profile (STATUS-2).</summary>
    public static Fault OlderStatus() => new OlderStatusFault();

    /// <summary>Rows fail at this rate and are counted in <c>failedUpdates</c>; the seed and the call's number decide which.</summary>
    public static Fault FailingRows(double rate, int seed = 1) => new FailingRowsFault(FaultArguments.Rate(rate), seed);

    /// <summary>Rows are lost at this rate in silence (BULK-8): they are not applied, and the status counts them as updated.</summary>
    public static Fault LostRows(double rate, int seed = 1) => new LostRowsFault(FaultArguments.Rate(rate), seed);
}
