using System.Globalization;
using System.Net;

namespace ProfileSchema.Client;

/// <summary>One attempt to send a file of a bulk update.</summary>
public sealed class BulkAttempt
{
    /// <summary>When it began; the wait for a permit is not part of it.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it ended; null if the run ended first.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>What it says about the file's fate on its own.</summary>
    public required BatchOutcome Outcome { get; init; }

    /// <summary>The status of the answer, or null if there was none that could be read.</summary>
    public HttpStatusCode? StatusCode { get; init; }

    /// <summary>The outcome and the status.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Outcome} ({(int?)StatusCode})");
}
