namespace ProfileSchema.Client;

/// <summary>
/// Says how Adobe I/O is reached: for the profile token of an account (<see cref="AdobeTokenSource"/>, AUTH-2) and for the list of its
/// attributes (<see cref="AdobeAttributeSource"/>, ATTR-1).
/// </summary>
public sealed class AdobeTokenOptions
{
    /// <summary>The tenant, as in <c>https://mc.adobe.io/{tenant}/target</c>: a label of a host name (ID-6). Required.</summary>
    public string Tenant { get; set; } = "";

    /// <summary>The API key (client id) of the Adobe I/O integration. Required.</summary>
    public string ApiKey { get; set; } = "";

    /// <summary>
    /// Gives the bearer token of the Adobe I/O integration, without the word <c>Bearer</c>. Required. Asked before each request; the
    /// token goes to <see cref="BaseAddress"/> and nowhere else (AUTH-4).
    /// </summary>
    public Func<CancellationToken, Task<string>>? AccessToken { get; set; }

    /// <summary>Where the endpoint is, <c>https://mc.adobe.io</c> by default: https, or http on a loopback address (AUTH-5).</summary>
    public Uri BaseAddress { get; set; } = new("https://mc.adobe.io");

    /// <summary>
    /// How long a request may take: 100 seconds by default, a day at most. One that fails is tried three times in all, unless the service asks for a
    /// longer pause than that.
    /// </summary>
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>The clock of timeouts, pauses and the token's expiry. The system's by default.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;
}
