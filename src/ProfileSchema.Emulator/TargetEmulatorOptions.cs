using System.Net;

namespace ProfileSchema.Emulator;

/// <summary>How the emulator behaves. The defaults are those of the service, without its delays.</summary>
public sealed class TargetEmulatorOptions
{
    /// <summary>The TCP port on 127.0.0.1, 0 to 65535. Default 0: any free port.</summary>
    public int Port { get; init; }

    /// <summary>The clock of everything the emulator dates, delays or counts. Default: the system's.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>
    /// The client codes that exist (ID-6). Default: none named, which means that every valid one exists, from its first use.
    /// </summary>
    public IReadOnlyCollection<string> ClientCodes { get; init; } = [];

    /// <summary>The profile token that every account asks for (AUTH-1). Default: none is asked for.</summary>
    public string? RequiredToken { get; init; }

    /// <summary>Profile tokens by client code; they go before <see cref="RequiredToken"/>. Default: none.</summary>
    public IReadOnlyDictionary<string, string> AccountTokens { get; init; } =
        new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The status of a call without the right token: 403 (default) or 401 (AUTH-1).</summary>
    public HttpStatusCode TokenRefusalStatus { get; init; } = HttpStatusCode.Forbidden;

    /// <summary>The time from the receipt of a batch to its application (BULK-10). Default: none, applied at once.</summary>
    public TimeSpan ProcessingDelay { get; init; }

    /// <summary>
    /// How many bulk and status calls an account has in any 60 seconds before it gets 503 (BULK-5). Default 50; null: no limit.
    /// </summary>
    public int? BulkCallsPerMinute { get; init; } = ServiceLimits.BulkCallsPerMinute;

    /// <summary>How many single updates an account has in any 24 hours (SINGLE-5). Default 1,000,000; null: no limit.</summary>
    public int? SingleUpdatesPerDay { get; init; } = ServiceLimits.SingleUpdatesPerDay;

    /// <summary>How many statuses of an account are kept, the latest first (STATUS-4). Default 10.</summary>
    public int KeptStatuses { get; init; } = ServiceLimits.KeptStatuses;

    /// <summary>How long the status of a batch is kept, from its receipt (STATUS-4). Default 24 hours.</summary>
    public TimeSpan StatusLifetime { get; init; } = ServiceLimits.StatusLifetime;

    /// <summary>The form of the reply to a single update (SINGLE-6). Default: XML.</summary>
    public SingleReplyForm SingleReplyForm { get; init; }

    /// <summary>How a fetched profile names its visitor (FETCH-1). Default: an object of ids.</summary>
    public FetchReplyForm FetchReplyForm { get; init; }

    /// <summary>The form in which the status of a batch is told (STATUS-2). Default: counts.</summary>
    public StatusReplyForm StatusReplyForm { get; init; }

    /// <summary>What goes wrong by chance, from the start. Default null: nothing.</summary>
    public FaultPlan? FaultPlan { get; init; }

    /// <summary>Whether the bodies of received calls are kept. Default true; switch it off where gigabytes are sent.</summary>
    public bool RecordBodies { get; init; } = true;

    /// <summary>How many received calls are kept, the latest; the earlier ones are dropped. Default null: all.</summary>
    public int? MaxRecordedCalls { get; init; }

    /// <summary>
    /// How many bytes the bodies of the kept calls may have together; beyond that, those of the earlier calls are dropped.
    /// Default null: any number.
    /// </summary>
    public long? MaxRecordedBodyBytes { get; init; }

    /// <summary>How many accepted batches an account remembers, the latest. Default null: all.</summary>
    public int? MaxRecordedBatches { get; init; }

    /// <summary>
    /// Whether batches make profiles. Default true; if false a v2 batch updates existing profiles, and its rows for others count
    /// as applied and are forgotten, so that millions of rows need no memory.
    /// </summary>
    public bool KeepProfiles { get; init; } = true;

    /// <summary>
    /// Called for each row of a batch when it is applied, in order. It is called under the lock of the account: it is quick, and
    /// it does not look at the emulator. Default: none.
    /// </summary>
    public Action<AppliedRow>? RowApplied { get; init; }

    /// <summary>
    /// Awaited before the emulator listens, with a function that gives the account of a client code: the moment to put back
    /// saved profiles, or to add some, ahead of every call. Default: nothing.
    /// </summary>
    public Func<Func<string, TargetAccount>, CancellationToken, Task>? Prepare { get; init; }

    /// <summary>The seed of the pcIds that the emulator gives to new profiles. Default 1; equal seeds, equal ids.</summary>
    public int Seed { get; init; } = 1;
}
