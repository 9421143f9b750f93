using ProfileSchema.Emulator.Faults;

namespace ProfileSchema.Emulator;

/// <summary>Creates faults of accepted batches, for calls of <see cref="TargetOperation.BulkUpdate"/>.</summary>
public static class BatchFault
{
    /// <summary>The status of the batch becomes <c>stuck</c> after a number of rows were processed. The other rows are dropped (STATUS-3).</summary>
    /// <param name="afterRows">The number of rows that are processed. A batch with fewer rows is completed.</param>
    public static Fault Stuck(int afterRows)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(afterRows);
        return new StuckFault(afterRows);
    }

    /// <summary>The status of the batch is not available once this time has passed since the upload (STATUS-4). The rows are applied.</summary>
    public static Fault StatusLost(TimeSpan after)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(after, TimeSpan.Zero);
        return new StatusLostFault(after);
    }

    /// <summary>The reply contains the status URL in another form (BULK-4, STATUS-6).</summary>
    public static Fault StatusUrl(StatusUrlForm form) => new StatusUrlFault(FaultArguments.Defined(form));

    /// <summary>The status of the batch is returned in the older form, with a status for each profile (STATUS-2).</summary>
    public static Fault OlderStatus() => new OlderStatusFault();

    /// <summary>Rows fail at this rate, from 0 to 1, and are counted in <c>failedUpdates</c>. The seed and the number of the call determine which.</summary>
    public static Fault FailingRows(double rate, int seed = 1) => new FailingRowsFault(FaultArguments.Rate(rate), seed);

    /// <summary>Rows are dropped at this rate, from 0 to 1, without a notice: they are not applied, and the status counts them as updated (BULK-8).</summary>
    public static Fault LostRows(double rate, int seed = 1) => new LostRowsFault(FaultArguments.Rate(rate), seed);

    /// <summary>The status URL begins with another origin than the emulator's address. Its path and query are correct (STATUS-6).</summary>
    /// <param name="origin">The text before the path, for example <c>http://demo.tt.omtrdc.net@127.0.0.1:81</c>.</param>
    internal static Fault StatusUrlAt(string origin)
    {
        ArgumentException.ThrowIfNullOrEmpty(origin);
        return new StatusOriginFault(origin);
    }

    /// <summary>The reply contains no status URL, although BULK-3 promises one.</summary>
    internal static Fault NoStatusUrl(StatusUrlOmission omission) => new NoStatusUrlFault(omission);
}

/// <summary>Specifies the form of the status URL in the reply to an upload (BULK-4, STATUS-6).</summary>
public enum StatusUrlForm
{
    /// <summary>The emulator's address with an unescaped ampersand, as the service sends it.</summary>
    Unescaped,

    /// <summary>The ampersand is <c>&amp;amp;</c>, as XML requires.</summary>
    Escaped,

    /// <summary>The URL has <c>mboxPC</c> as an additional parameter.</summary>
    MoreParameters,

    /// <summary>The URL is <c>http</c> at an edge host of Target.</summary>
    EdgeHost,
}
