namespace ProfileSchema.Emulator;

/// <summary>Which API a call was for.</summary>
public enum TargetOperation
{
    /// <summary>None that the emulator knows.</summary>
    Unknown,

    /// <summary>A single update (SINGLE-1).</summary>
    SingleUpdate,

    /// <summary>A batch, v1 or v2 (BULK-1).</summary>
    BulkUpdate,

    /// <summary>The status of a batch (STATUS-1).</summary>
    BatchStatus,

    /// <summary>A profile read back (FETCH-1).</summary>
    Fetch,

    /// <summary>Parameters in a visitor's session (DELIVERY-1).</summary>
    Delivery,

    /// <summary>The attributes that an account knows (ATTR-1).</summary>
    ProfileAttributes,
}

/// <summary>A call as it came over the wire, and the status it got.</summary>
public sealed class ReceivedCall
{
    private readonly ViolationLog _violations;

    internal ReceivedCall(ViolationLog violations) => _violations = violations;

    /// <summary>1 for the first call of an emulator, then 2, and so on.</summary>
    public required long Number { get; init; }

    /// <summary>When the head of the call had arrived, on the clock of the options.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The HTTP method.</summary>
    public required string Method { get; init; }

    /// <summary>The path, byte for byte as sent.</summary>
    public required string Path { get; init; }

    /// <summary>The query without its question mark, byte for byte as sent; empty if there is none.</summary>
    public required string RawQuery { get; init; }

    /// <summary>The headers; names are case-insensitive, several values of one name are joined by a comma.</summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>Which API it was for.</summary>
    public TargetOperation Operation { get; internal set; }

    /// <summary>The client code that it named, or null.</summary>
    public string? ClientCode { get; internal set; }

    /// <summary>
    /// The body as sent. Empty if there was none, if it was beyond the limit of its API, or if the options say that bodies are
    /// not kept.
    /// </summary>
    public ReadOnlyMemory<byte> Body { get; internal set; }

    /// <summary>How many bytes of a body arrived, whether kept or not.</summary>
    public long BodyLength { get; internal set; }

    /// <summary>
    /// The decoded parameters of the query and of a form body, in the order sent; of a session update the ids and profile parameters of
    /// its body, then those of its query. Empty if not decodable.
    /// </summary>
    public IReadOnlyList<KeyValuePair<string, string>> Parameters { get; internal set; } = [];

    /// <summary>The HTTP status of the reply, or null if the call broke off before there was one.</summary>
    public int? ReplyStatus { get; internal set; }

    /// <summary>
    /// The fault that hit it, or null. One that had nothing to do is not named, for example a fault of batches whose batch was
    /// refused.
    /// </summary>
    public Fault? Fault { get; internal set; }

    /// <summary>What it did against the protocol, the first 1,000. Those of a batch's rows are with the batch.</summary>
    public IReadOnlyList<ProtocolViolation> Violations => _violations.Snapshot();

    /// <summary>The batch that it brought, if that was accepted.</summary>
    internal Batch? Batch { get; set; }

    /// <summary>The fault that waits for it.</summary>
    internal Fault PlannedFault { get; set; } = Fault.None;

    /// <summary>What the call holds while it is open, such as one of its session's places.</summary>
    internal IDisposable? Held { get; set; }

    internal ViolationLog ViolationLog => _violations;

    /// <summary>Number, operation and status; no path, no parameter, no token (HTTP-2).</summary>
    public override string ToString() => $"Call {Number}: {Method} {Operation} {ReplyStatus}";
}
