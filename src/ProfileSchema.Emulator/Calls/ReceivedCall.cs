using System.Net.Http.Headers;
using ProfileSchema.Emulator.Calls;

namespace ProfileSchema.Emulator;

/// <summary>Specifies the API of a call.</summary>
public enum TargetOperation
{
    /// <summary>The call is not for an API that the emulator knows.</summary>
    Unknown,

    /// <summary>A single update (SINGLE-1).</summary>
    SingleUpdate,

    /// <summary>An upload of a batch, v1 or v2 (BULK-1).</summary>
    BulkUpdate,

    /// <summary>The status of a batch (STATUS-1).</summary>
    BatchStatus,

    /// <summary>A fetch of a profile (FETCH-1).</summary>
    Fetch,

    /// <summary>A session update (DELIVERY-1).</summary>
    Delivery,

    /// <summary>The list of the attributes of an account (ATTR-1).</summary>
    ProfileAttributes,
}

/// <summary>Represents a call that was received, with the status of its reply.</summary>
public sealed class ReceivedCall
{
    private readonly ViolationLog _violations;

    internal ReceivedCall(ViolationLog violations) => _violations = violations;

    /// <summary>Gets the number of the call, counted from 1 for each emulator.</summary>
    public required long Number { get; init; }

    /// <summary>Gets the time at which the headers of the call had arrived, by <see cref="TargetEmulatorOptions.TimeProvider"/>.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Gets the HTTP method.</summary>
    public required string Method { get; init; }

    /// <summary>Gets the path exactly as it was sent.</summary>
    public required string Path { get; init; }

    /// <summary>Gets the query exactly as it was sent, without its question mark. It is empty if there is none.</summary>
    public required string RawQuery { get; init; }

    /// <summary>Gets the headers. Names are case-insensitive, and several values of one name are joined by a comma.</summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>Gets the API of the call.</summary>
    public TargetOperation Operation { get; internal set; }

    /// <summary>Gets the client code in the call, or null.</summary>
    public string? ClientCode { get; internal set; }

    /// <summary>
    /// Gets the body exactly as it was sent. It is empty if there was none, if it exceeded the limit of its API, or if
    /// <see cref="TargetEmulatorOptions.RecordBodies"/> is <see langword="false"/>.
    /// </summary>
    public ReadOnlyMemory<byte> Body { get; internal set; }

    /// <summary>Gets the number of bytes of the body that arrived, whether they are kept or not.</summary>
    public long BodyLength { get; internal set; }

    /// <summary>
    /// Gets the decoded parameters of the query and of a form body, in the order in which they were sent. For a session update these are the
    /// IDs and profile parameters of its body, then the parameters of its query. Empty if they cannot be decoded.
    /// </summary>
    public IReadOnlyList<KeyValuePair<string, string>> Parameters { get; internal set; } = [];

    /// <summary>Gets the HTTP status of the reply, or null if the connection was closed before there was one.</summary>
    public int? ReplyStatus { get; internal set; }

    /// <summary>
    /// Gets the fault that was applied to the call, or null. A fault without an effect is not recorded, for example a batch fault of a batch
    /// that was declined.
    /// </summary>
    public Fault? Fault { get; internal set; }

    /// <summary>Gets the protocol violations of the call, at most 1,000. The violations of rows are in <see cref="ReceivedBatch.Violations"/>.</summary>
    public IReadOnlyList<ProtocolViolation> Violations => _violations.Snapshot();

    /// <summary>The batch of the call, if it was accepted.</summary>
    internal UploadedBatch? Batch { get; set; }

    /// <summary>The fault that is planned for the call.</summary>
    internal Fault PlannedFault { get; set; } = Fault.None;

    /// <summary>A resource that is disposed when the call ends, such as a slot of its session.</summary>
    internal IDisposable? Held { get; set; }

    internal ViolationLog ViolationLog => _violations;

    /// <summary>Whether the body is of a media type. A charset beside it is ignored.</summary>
    internal bool HasContentType(string mediaType) =>
        Headers.TryGetValue("Content-Type", out string? value)
        && MediaTypeHeaderValue.TryParse(value, out MediaTypeHeaderValue? type)
        && string.Equals(type.MediaType, mediaType, StringComparison.OrdinalIgnoreCase);

    /// <summary>Returns the number, operation and status, without the path, parameters and token (HTTP-2).</summary>
    public override string ToString() => $"Call {Number}: {Method} {Operation} {ReplyStatus}";
}

/// <summary>Describes a violation of the protocol by a call or a row of a batch.</summary>
/// <param name="Rule">The ID of the protocol rule, for example <c>URL-2</c>.</param>
/// <param name="Message">What is wrong, without IDs and values (HTTP-2).</param>
/// <param name="Row">The row of a batch, counted from 1, the header not counted, or null for the whole call.</param>
/// <param name="Declined"><see langword="true"/> if the call or row was declined because of it; <see langword="false"/> if it was accepted anyway.</param>
public sealed record ProtocolViolation(string Rule, string Message, int? Row, bool Declined);
