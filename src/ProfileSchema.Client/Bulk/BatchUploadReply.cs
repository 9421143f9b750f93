using System.Net;
using System.Net.Http.Headers;

namespace ProfileSchema.Client.Bulk;

/// <summary>What came of an attempt to send a file.</summary>
/// <param name="Outcome">Whether the service took it, as far as this attempt says.</param>
/// <param name="StatusUrl">Where the status can be asked, as the service wrote it; not to be trusted (STATUS-6).</param>
/// <param name="Message">The service's words, without the token and not yet cleaned of what the file holds.</param>
/// <param name="StatusCode">The status of the answer, or null if there was none.</param>
internal sealed record BatchUploadReply(
    BatchOutcome Outcome,
    string? StatusUrl = null,
    string? Message = null,
    HttpStatusCode? StatusCode = null
)
{
    /// <summary>What the client itself says of an attempt that failed, without data (HTTP-2).</summary>
    public string? Failure { get; init; }

    /// <summary>Whether another attempt may end otherwise.</summary>
    public bool IsTransient { get; init; }

    public RetryConditionHeaderValue? RetryAfter { get; init; }

    /// <summary>Whether the answer was an HTML page, and so not the service's.</summary>
    public bool IsPage { get; init; }

    /// <summary>The addresses and words that came with it are not for printing.</summary>
    public override string ToString() => Outcome.ToString();
}
