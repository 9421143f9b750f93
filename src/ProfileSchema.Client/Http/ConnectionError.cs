using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace ProfileSchema.Client.Http;

/// <summary>Says that no answer came, in words without the address of the call, whose path and query hold ids (HTTP-2).</summary>
internal static class ConnectionError
{
    private const string Untrusted =
        "comes from an issuer that this machine does not trust. If a proxy or firewall opens connections on the way, install its "
        + "root certificate";

    /// <summary>
    /// What is wrong with a certificate, by the words of the platform, which says it in the message alone: they are names of members,
    /// which no language changes.
    /// </summary>
    private static readonly (string Name, string Fault)[] CertificateFaults =
    [
        (
            nameof(SslPolicyErrors.RemoteCertificateNameMismatch),
            "is for another host. Check the base address and any proxy on the way"
        ),
        (nameof(X509ChainStatusFlags.UntrustedRoot), Untrusted),
        (nameof(X509ChainStatusFlags.PartialChain), Untrusted),
        (
            nameof(X509ChainStatusFlags.NotTimeValid),
            "has expired, or is not valid yet. Check the clock of this machine, and any proxy on the way"
        ),
        (nameof(X509ChainStatusFlags.Revoked), "has been revoked. Check any proxy on the way"),
    ];

    public static ProfileRequestException Failed(Uri address, HttpRequestException exception) =>
        exception.InnerException is AuthenticationException refused
            ? NotSecured(address, refused)
            : Failed(address, exception.HttpRequestError);

    // Not retried: neither side changes what it is. A connection that merely ends within the handshake is another exception.
    private static ProfileRequestException NotSecured(Uri address, AuthenticationException refused)
    {
        string? fault = CertificateFaults
            .FirstOrDefault(known => refused.Message.Contains(known.Name, StringComparison.Ordinal))
            .Fault;
        return new ProfileRequestException(
            fault is null
                ? $"The server at {address.Host} and this machine can't agree on a TLS connection. Check the base address, and any proxy on "
                    + "the way."
                : $"The certificate of {address.Host} {fault}."
        );
    }

    private static ProfileRequestException Failed(Uri address, HttpRequestError error) =>
        new($"The service at {address.Host} did not answer ({error}). Check the network and the base address.")
        {
            IsTransient = true,
        };

    /// <summary>Whether a timeout of the platform's ended a call, which it tells as a cancellation that nobody asked for.</summary>
    public static bool IsCutOff(OperationCanceledException exception) => exception.InnerException is TimeoutException;

    /// <summary>Two timeouts are the platform's: that of an <see cref="HttpClient"/> as a whole, and that of connecting.</summary>
    public static ProfileRequestException CutOff(Uri address, OperationCanceledException exception) =>
        exception.InnerException is TimeoutException { InnerException: OperationCanceledException }
            ? new(
                "The HttpClient given to the client cut a call off by its own Timeout. Set it to Timeout.InfiniteTimeSpan: each call "
                    + "has its own time, and an upload may take long (BULK-9)."
            )
            {
                IsTransient = true,
            }
            : Failed(address, HttpRequestError.ConnectionError);

    /// <summary>
    /// Whether the bytes of an answer cannot be had: its connection broke, or a handler that decompresses finds them damaged, for which
    /// gzip and Brotli have an exception each.
    /// </summary>
    public static bool IsUnreadable(Exception exception) =>
        exception is IOException or InvalidDataException or (InvalidOperationException and not ObjectDisposedException);

    public static ProfileRequestException Unreadable(Uri address) =>
        new($"The answer of {address.Host} could not be read: it is incomplete or damaged.") { IsTransient = true };

    public static ProfileRequestException TimedOut(Uri address, TimeSpan timeout) =>
        new(
            FormattableString.Invariant(
                $"The service at {address.Host} did not answer within {timeout.TotalSeconds:0} seconds."
            )
        )
        {
            IsTransient = true,
        };

    public static ProfileRequestException Stalled(Uri address, TimeSpan timeout) =>
        new(
            FormattableString.Invariant(
                $"The upload to {address.Host} stalled for {timeout.TotalSeconds:0} seconds and was aborted (BULK-9)."
            )
        )
        {
            IsTransient = true,
        };
}
