using System.Net;
using ProfileSchema.Emulator.Accounts;

namespace ProfileSchema.Emulator;

/// <summary>Options of the emulator. The defaults are those of the service, without its delays.</summary>
public sealed class TargetEmulatorOptions
{
    /// <summary>Gets or sets the TCP port on 127.0.0.1, from 0 to 65535. The default is 0: any free port.</summary>
    public int Port { get; set; }

    /// <summary>Gets or sets the clock for timestamps, delays and quotas. The default is <see cref="TimeProvider.System"/>.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>
    /// Gets or sets the client codes of the accounts (ID-6). The default is empty: an account is created when its client code is used first.
    /// </summary>
    public IReadOnlyCollection<string> ClientCodes { get; set; } = [];

    /// <summary>Gets or sets the profile token that every account requires (AUTH-1). The default is null: no token is required.</summary>
    public string? RequiredToken { get; set; }

    /// <summary>Gets or sets the profile tokens by client code, which take precedence over <see cref="RequiredToken"/>. The default is empty.</summary>
    public IReadOnlyDictionary<string, string> AccountTokens { get; set; } =
        new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Gets or sets the status of the reply to a call without a valid token: 403, the default, or 401 (AUTH-1).</summary>
    public HttpStatusCode TokenRefusalStatus { get; set; } = HttpStatusCode.Forbidden;

    /// <summary>Gets or sets the time between the upload of a batch and its application (BULK-10). The default is zero.</summary>
    public TimeSpan ProcessingDelay { get; set; }

    /// <summary>
    /// Gets or sets the number of bulk and status calls that an account can make in 60 seconds before the reply is 503, or null for no limit (BULK-5). The default is 50.
    /// </summary>
    public int? BulkCallsPerMinute { get; set; } = ServiceLimits.BulkCallsPerMinute;

    /// <summary>Gets or sets the number of single updates that an account can make in 24 hours, or null for no limit (SINGLE-5). The default is 1,000,000.</summary>
    public int? SingleUpdatesPerDay { get; set; } = ServiceLimits.SingleUpdatesPerDay;

    /// <summary>Gets or sets the number of batch statuses that are kept for an account, the latest ones (STATUS-4). The default is 10.</summary>
    public int KeptStatuses { get; set; } = ServiceLimits.KeptStatuses;

    /// <summary>Gets or sets how long the status of a batch is kept after its upload (STATUS-4). The default is 24 hours.</summary>
    public TimeSpan StatusLifetime { get; set; } = ServiceLimits.StatusLifetime;

    /// <summary>Gets or sets the form of the reply to a single update (SINGLE-6). The default is XML.</summary>
    public SingleReplyForm SingleReplyForm { get; set; }

    /// <summary>Gets or sets the form of the IDs in a fetched profile (FETCH-1). The default is an object.</summary>
    public FetchReplyForm FetchReplyForm { get; set; }

    /// <summary>Gets or sets the form of the status of a batch (STATUS-2). The default is counts.</summary>
    public StatusReplyForm StatusReplyForm { get; set; }

    /// <summary>Gets or sets the plan of random faults. The default is null: no faults.</summary>
    public FaultPlan? FaultPlan { get; set; }

    /// <summary>Gets or sets a value indicating whether the bodies of received calls are kept. The default is <see langword="true"/>. Set it to <see langword="false"/> if gigabytes are sent.</summary>
    public bool RecordBodies { get; set; } = true;

    /// <summary>Gets or sets the maximum number of received calls that are kept, the latest ones. The default is null: no limit.</summary>
    public int? MaxRecordedCalls { get; set; }

    /// <summary>
    /// Gets or sets the maximum total size in bytes of the bodies that are kept. Beyond it, the bodies of the earliest calls are removed. The
    /// default is null: no limit.
    /// </summary>
    public long? MaxRecordedBodyBytes { get; set; }

    /// <summary>Gets or sets the maximum number of accepted batches that are kept for an account, the latest ones. The default is null: no limit.</summary>
    public int? MaxRecordedBatches { get; set; }

    /// <summary>
    /// Gets or sets a value indicating whether batches create profiles. The default is <see langword="true"/>. If it is
    /// <see langword="false"/>, a v2 batch updates existing profiles, and its rows for other profiles are counted as applied and dropped, so
    /// that millions of rows need no memory.
    /// </summary>
    public bool KeepProfiles { get; set; } = true;

    /// <summary>
    /// Gets or sets a callback for each row of a batch that is applied, in order. It is called under the lock of the account, so it must be
    /// quick and must not use the emulator. The default is null.
    /// </summary>
    public Action<AppliedRow>? RowApplied { get; set; }

    /// <summary>
    /// Gets or sets a callback that is awaited before the emulator accepts calls, to restore or add profiles. Its first argument returns the
    /// account of a client code. The default is null.
    /// </summary>
    public Func<Func<string, TargetAccount>, CancellationToken, Task>? Prepare { get; set; }

    /// <summary>Gets or sets the seed of the pcIds that the emulator generates. Equal seeds generate equal IDs. The default is 1.</summary>
    public int Seed { get; set; } = 1;

    /// <summary>Returns a copy, so that later changes of the options have no effect on the emulator.</summary>
    internal TargetEmulatorOptions Copy()
    {
        var copy = (TargetEmulatorOptions)MemberwiseClone();
        copy.ClientCodes = [.. ClientCodes];
        copy.AccountTokens = new Dictionary<string, string>(AccountTokens, StringComparer.Ordinal);
        return copy;
    }

    /// <summary>Throws for an option that is out of range.</summary>
    internal static void Validate(TargetEmulatorOptions options)
    {
        Require(options.Port is >= 0 and <= IPEndPoint.MaxPort, "Port must be between 0 and 65535.");
        Require(options.ProcessingDelay >= TimeSpan.Zero, "ProcessingDelay must not be negative.");
        Require(options.BulkCallsPerMinute is null or >= 0, "BulkCallsPerMinute must be null or not negative.");
        Require(options.SingleUpdatesPerDay is null or >= 0, "SingleUpdatesPerDay must be null or not negative.");
        Require(options.KeptStatuses >= 0, "KeptStatuses must not be negative.");
        Require(options.StatusLifetime >= TimeSpan.Zero, "StatusLifetime must not be negative.");
        Require(options.MaxRecordedCalls is null or >= 0, "MaxRecordedCalls must be null or not negative.");
        Require(options.MaxRecordedBodyBytes is null or >= 0, "MaxRecordedBodyBytes must be null or not negative.");
        Require(options.MaxRecordedBatches is null or >= 0, "MaxRecordedBatches must be null or not negative.");
        Require(Enum.IsDefined(options.StatusReplyForm), "StatusReplyForm must be a defined value.");
        Require(
            options.TokenRefusalStatus is HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized,
            "TokenRefusalStatus must be 403 or 401."
        );
        Require(
            options.ClientCodes.Concat(options.AccountTokens.Keys).All(ClientCode.IsValid),
            $"ClientCodes and AccountTokens must contain valid client codes: {ClientCode.Rule}"
        );

        void Require(bool isValid, string message)
        {
            if (!isValid)
            {
                throw new ArgumentException(message, nameof(options));
            }
        }
    }
}

/// <summary>Specifies which of the two documented forms the reply to a single update has (SINGLE-6).</summary>
public enum SingleReplyForm
{
    /// <summary><c>&lt;response&gt;&lt;success&gt;true&lt;/success&gt;…</c></summary>
    Xml,

    /// <summary>The text without tags: <c>trueRequest successfully submitted</c>.</summary>
    Stripped,
}

/// <summary>Specifies which of the documented forms the IDs in a fetched profile have (FETCH-1).</summary>
public enum FetchReplyForm
{
    /// <summary><c>visitorId</c> is an object with <c>tntId</c>, <c>thirdPartyId</c> and <c>marketingCloudVisitorId</c>.</summary>
    Ids,

    /// <summary><c>visitorId</c> is the ID in the request, as text.</summary>
    AskedId,

    /// <summary>The older form: <c>mboxPC</c> and <c>thirdPartyId</c> beside <c>client</c>.</summary>
    Older,
}

/// <summary>Specifies which of the two documented forms the status of a batch has (STATUS-2).</summary>
public enum StatusReplyForm
{
    /// <summary>The status contains the counts of the batch.</summary>
    Counts,

    /// <summary>The older form, with a <c>profile</c> element with <c>id</c> and <c>status</c> for each row.</summary>
    Profiles,
}
