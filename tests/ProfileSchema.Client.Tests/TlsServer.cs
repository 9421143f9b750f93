using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ProfileSchema.Client.Tests;

/// <summary>A server that shakes hands with a certificate of its own making, or hangs up, and answers nothing.</summary>
internal sealed class TlsServer : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly X509Certificate2? _certificate;
    private readonly Task _accepting;
    private int _connections;

    private TlsServer(X509Certificate2? certificate)
    {
        _certificate = certificate;
        _listener.Start();
        Address = new Uri($"https://localhost:{((IPEndPoint)_listener.LocalEndpoint).Port}");
        _accepting = AcceptAsync();
    }

    public Uri Address { get; }

    public int Connections => Volatile.Read(ref _connections);

    public X509Certificate2 Certificate => _certificate!;

    /// <param name="name">The host that the certificate is for.</param>
    /// <param name="validFor">How long it is still valid; negative where it has expired.</param>
    public static TlsServer Start(string name, TimeSpan validFor)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        DateTimeOffset now = DateTimeOffset.UtcNow;
        return new TlsServer(request.CreateSelfSigned(now.AddDays(-10), now + validFor));
    }

    public static TlsServer StartHangingUp() => new(certificate: null);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _accepting;
        _listener.Dispose();
        _stop.Dispose();
        _certificate?.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            try
            {
                using TcpClient accepted = await _listener.AcceptTcpClientAsync(_stop.Token);
                Interlocked.Increment(ref _connections);
                if (_certificate is not null)
                {
                    await using var tls = new SslStream(accepted.GetStream());
                    await tls.AuthenticateAsServerAsync(
                        new SslServerAuthenticationOptions { ServerCertificate = _certificate },
                        _stop.Token
                    );
                    await tls.ReadExactlyAsync(new byte[1], _stop.Token);
                }
            }
            catch (Exception exception) when (exception is IOException or AuthenticationException)
            {
                // The client does not like the certificate.
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }
}
