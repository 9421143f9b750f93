namespace ProfileSchema.Client;

/// <summary>
/// Configures calls to Adobe I/O: for the profile token of an account (<see cref="AdobeTokenSource"/>, AUTH-2) and for the list of its
/// attributes (<see cref="AdobeAttributeSource"/>, ATTR-1). Both copy and validate their options when they are created.
/// </summary>
public sealed class AdobeTokenOptions
{
    /// <summary>
    /// Gets or sets the tenant, as in <c>https://mc.adobe.io/{tenant}/target</c>: 1 to 63 letters, digits and hyphens (ID-6). Required.
    /// </summary>
    public string Tenant { get; set; } = "";

    /// <summary>Gets or sets the API key (client ID) of the Adobe I/O integration. Required.</summary>
    public string ApiKey { get; set; } = "";

    /// <summary>
    /// Gets or sets the function that returns the bearer token of the Adobe I/O integration, without the word <c>Bearer</c>. Required. It
    /// is called before each request. The token is sent to <see cref="BaseAddress"/> only (AUTH-4).
    /// </summary>
    public Func<CancellationToken, Task<string>>? AccessToken { get; set; }

    /// <summary>
    /// Gets or sets the base address of the endpoint: https, or http on a loopback address (AUTH-5). The default is
    /// <c>https://mc.adobe.io</c>.
    /// </summary>
    public Uri BaseAddress { get; set; } = new("https://mc.adobe.io");

    /// <summary>
    /// Gets or sets the timeout of one attempt, greater than zero and no more than one day. The default is 100 seconds. A request has up
    /// to three attempts, unless the service requests a longer back-off than this timeout.
    /// </summary>
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>Gets or sets the clock of timeouts, back-offs and expiry. The default is <see cref="TimeProvider.System"/>.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <exception cref="ArgumentException">An option is not valid.</exception>
    internal AdobeTokenOptions ToValidated()
    {
        var options = (AdobeTokenOptions)MemberwiseClone();
        Require(OptionRules.LabelFault(options.Tenant), nameof(Tenant));
        Require(OptionRules.AddressFault(options.BaseAddress), nameof(BaseAddress));
        Require(OptionRules.SpanFault(options.RequestTimeout), nameof(RequestTimeout));
        Require(
            string.IsNullOrEmpty(options.ApiKey) || options.ApiKey.AsSpan().ContainsAnyExceptInRange('!', '~')
                ? "is empty or contains characters other than visible ASCII. Pass the client id of the Adobe I/O integration"
                : null,
            nameof(ApiKey)
        );
        Require(
            options.AccessToken is null
                ? "must not be null. Set the function that returns the bearer token of the Adobe I/O integration"
                : null,
            nameof(AccessToken)
        );
        Require(OptionRules.ClockFault(options.TimeProvider), nameof(TimeProvider));
        return options;
    }

    private static void Require(string? fault, string option) =>
        OptionRules.Require(fault, nameof(AdobeTokenOptions), option);
}
