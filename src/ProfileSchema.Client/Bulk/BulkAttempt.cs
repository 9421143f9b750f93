using System.Globalization;
using System.Net;

namespace ProfileSchema.Client;

/// <summary>Represents one attempt to send a file of a bulk update.</summary>
public sealed class BulkAttempt
{
    /// <summary>Gets the time when the attempt started. The wait for a permit comes before it.</summary>
    public DateTimeOffset StartedAt { get; init; }

    /// <summary>Gets the time when the attempt ended, or <see langword="null"/> if the run ended first.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Gets the outcome of this attempt alone.</summary>
    public BatchOutcome Outcome { get; init; }

    /// <summary>Gets the HTTP status code of the response, or <see langword="null"/> if there was no readable response.</summary>
    public HttpStatusCode? StatusCode { get; init; }

    /// <summary>Returns the outcome and the status code.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Outcome} ({(int?)StatusCode})");
}
