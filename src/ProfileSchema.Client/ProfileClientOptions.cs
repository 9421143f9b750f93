using Microsoft.Extensions.Logging;

namespace ProfileSchema.Client;

/// <summary>Says to which account a <see cref="ProfileClient"/> sends, and how. Read once, when the client is made.</summary>
public sealed class ProfileClientOptions
{
    /// <summary>
    /// The client code of the account, as in <c>https://{client}.tt.omtrdc.net</c>: 1 to 63 of <c>A–Z a–z 0–9 -</c>,
    /// without a hyphen at either end (ID-6). Required.
    /// </summary>
    public string ClientCode { get; set; } = "";

    /// <summary>
    /// Where the service is, for the emulator or a gateway of your own: https, or http on a loopback address (<c>localhost</c> or an IP
    /// address), which no proxy is asked for (AUTH-5), without a path. By default <c>https://{client}.tt.omtrdc.net</c>.
    /// </summary>
    public Uri? BaseAddress { get; set; }

    /// <summary>Gives the token of an account that asks for one (AUTH-1). None by default, as in an account's default.</summary>
    public ProfileTokenSource? TokenSource { get; set; }

    /// <summary>
    /// How long an attempt of a single update, a session update, a fetch or a status call may take: 100 seconds by default, a day at most.
    /// An upload may take longer the larger it is (BULK-9).
    /// </summary>
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>
    /// How often a single update, a fetch or a question for a status is tried, 3 by default: again after 429, a failure of the
    /// service, or one of the network, after a pause, as long as <see cref="RequestTimeout"/> has not passed since the first
    /// attempt began. An update that is sent again sets the same values again. With a new token in place of one that was refused a
    /// call is made once more all the same (AUTH-3). Uploads have <see cref="BulkOptions.MaxAttempts"/>, and session updates, which
    /// are metered, <see cref="SessionUpdateOptions.MaxAttempts"/>.
    /// </summary>
    public int MaxAttempts { get; set; } = 3;

    /// <summary>
    /// Gets or sets the quota of the account, which counts its calls and lets them wait. The default, null, gives the client a
    /// <see cref="LocalAccountQuota"/> of its own. Give all clients of an account the same object; it stays yours to dispose.
    /// </summary>
    public AccountQuota? Quota { get; set; }

    /// <summary>Makes the loggers; by default nothing is logged. Events and their ids are listed in docs/reference/telemetry.md.</summary>
    public ILoggerFactory? LoggerFactory { get; set; }

    /// <summary>The clock of timeouts, pauses and timestamps. The system's by default.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;
}
