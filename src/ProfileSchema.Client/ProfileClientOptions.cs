using Microsoft.Extensions.Logging;

namespace ProfileSchema.Client;

/// <summary>Configures a <see cref="ProfileClient"/>. The client copies and validates its options when it is created.</summary>
public sealed class ProfileClientOptions
{
    /// <summary>
    /// Gets or sets the client code of the account, as in <c>https://{client}.tt.omtrdc.net</c>: 1 to 63 letters, digits and hyphens,
    /// without a hyphen at either end (ID-6). Required.
    /// </summary>
    public string ClientCode { get; set; } = "";

    /// <summary>
    /// Gets or sets the base address of the service, for the emulator or your own gateway: https, or http on a loopback address
    /// (<c>localhost</c> or an IP address), without a path. Calls to a loopback address don't use a proxy (AUTH-5). The default is
    /// <see langword="null"/>, which means <c>https://{client}.tt.omtrdc.net</c>.
    /// </summary>
    public Uri? BaseAddress { get; set; }

    /// <summary>
    /// Gets or sets the source of the token, for accounts that require authentication (AUTH-1). The default is <see langword="null"/>,
    /// which sends no token.
    /// </summary>
    public ProfileTokenSource? TokenSource { get; set; }

    /// <summary>
    /// Gets or sets the timeout of one attempt of a single update, a session update, a fetch or a status call, greater than zero and no
    /// more than one day. The default is 100 seconds. The timeout of an upload depends on the size of the file (BULK-9).
    /// </summary>
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>
    /// Gets or sets the maximum number of attempts of a single update, a fetch or a status call, at least 1. The default is 3. A call is
    /// retried with a back-off after 429, a server error or a network failure, until <see cref="RequestTimeout"/> has passed since the
    /// first attempt began. A repeated update sets the same values. When the service declines the token, one more attempt is made with a
    /// new token, whatever the limit is (AUTH-3). Uploads use <see cref="BulkOptions.MaxAttempts"/>; session updates, which may be billed,
    /// use <see cref="SessionUpdateOptions.MaxAttempts"/>.
    /// </summary>
    public int MaxAttempts { get; set; } = 3;

    /// <summary>
    /// Gets or sets the quota of the account, which counts its calls and lets them wait. The default, null, gives the client a
    /// <see cref="LocalAccountQuota"/> of its own. Give all clients of an account the same object; it stays yours to dispose.
    /// </summary>
    public AccountQuota? Quota { get; set; }

    /// <summary>
    /// Gets or sets the factory of the logger, whose category is <see cref="ProfileClientTelemetry.LogCategory"/>. The default is
    /// <see langword="null"/>, which logs nothing.
    /// </summary>
    public ILoggerFactory? LoggerFactory { get; set; }

    /// <summary>Gets or sets the clock of timeouts, back-offs and timestamps. The default is <see cref="TimeProvider.System"/>.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;
}
