using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;

namespace ProfileSchema.Client.Telemetry;

/// <summary>
/// The spans and measurements of the client. Tags hold counts, outcomes and statuses of HTTP: never an id, a value, a token or an
/// address (HTTP-2).
/// </summary>
/// <remarks>Static, as instruments are: they hold no state of a run, and cost nothing where nobody listens.</remarks>
internal static class ClientTelemetry
{
    private static readonly ActivitySource Source = new(ProfileClientTelemetry.ActivitySourceName);
    private static readonly Meter Meter = new(ProfileClientTelemetry.MeterName);

    private static readonly Counter<long> Rows = Meter.CreateCounter<long>(
        "profileschema.client.rows",
        "{row}",
        "Rows of completed files, by outcome."
    );

    private static readonly Counter<long> Bytes = Meter.CreateCounter<long>(
        "profileschema.client.uploaded",
        "By",
        "Bytes of files that the service accepted."
    );

    private static readonly Histogram<double> Uploads = Meter.CreateHistogram<double>(
        "profileschema.client.upload.duration",
        "s",
        "Duration of an attempt to send a file, by outcome."
    );

    private static readonly Histogram<double> Waits = Meter.CreateHistogram<double>(
        "profileschema.client.wait.duration",
        "s",
        "Time that a call waited for a permit of the account's quota."
    );

    private static readonly Counter<long> SessionCalls = Meter.CreateCounter<long>(
        "profileschema.client.session.calls",
        "{call}",
        "Answered calls of the Delivery API, each of which may be metered, by status."
    );

    public static Activity? StartRun() => Source.StartActivity("profileschema bulk update", ActivityKind.Internal);

    public static Activity? StartUpload(int file, int attempt)
    {
        Activity? activity = Source.StartActivity("profileschema upload", ActivityKind.Client);
        activity?.SetTag("profileschema.file.number", file);
        activity?.SetTag("http.request.resend_count", attempt - 1);
        return activity;
    }

    /// <param name="outcome">The outcome of the attempt; null if the run ended first.</param>
    public static void EndUpload(Activity? activity, BatchOutcome? outcome, HttpStatusCode? status, double seconds)
    {
        string name = NameOf(outcome);
        activity?.SetTag("profileschema.outcome", name);
        activity?.SetTag("http.response.status_code", (int?)status);
        activity?.SetStatus(outcome is BatchOutcome.Accepted ? ActivityStatusCode.Ok : ActivityStatusCode.Error);
        activity?.Dispose();
        Uploads.Record(seconds, new KeyValuePair<string, object?>("profileschema.outcome", name));
    }

    public static void CountFile(BatchOutcome outcome, int rows, long bytes)
    {
        Rows.Add(rows, new KeyValuePair<string, object?>("profileschema.outcome", NameOf(outcome)));
        if (outcome is BatchOutcome.Accepted)
        {
            Bytes.Add(bytes);
        }
    }

    public static void CountSessionCall(HttpStatusCode status) =>
        SessionCalls.Add(1, new KeyValuePair<string, object?>("http.response.status_code", (int)status));

    public static void RecordWait(double seconds) => Waits.Record(seconds);

    private static string NameOf(BatchOutcome? outcome) =>
        outcome switch
        {
            BatchOutcome.Accepted => "accepted",
            BatchOutcome.Declined => "declined",
            BatchOutcome.Unconfirmed => "unconfirmed",
            BatchOutcome.NotSent => "not_sent",
            _ => "cancelled",
        };
}
