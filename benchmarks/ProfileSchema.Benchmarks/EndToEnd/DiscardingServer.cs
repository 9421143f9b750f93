using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace ProfileSchema.Benchmarks.EndToEnd;

/// <summary>Takes batch files over loopback and TLS, as the service does, throws them away and says that they were taken.</summary>
internal sealed class DiscardingServer : IDisposable
{
    private const string Body =
        "<response><success>true</success><batchStatus></batchStatus><message>taken</message></response>";

    private static readonly byte[] Reply = Encoding.ASCII.GetBytes(
        $"HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nContent-Length: {Body.Length}\r\n\r\n{Body}"
    );

    private static readonly byte[] Continue = "HTTP/1.1 100 Continue\r\n\r\n"u8.ToArray();

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly X509Certificate2 _certificate = MakeCertificate();

    private long _bytesTaken;

    public DiscardingServer()
    {
        _listener.Start();
        _ = AcceptAsync();
    }

    public Uri Address => new($"https://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    /// <summary>What a client knows the server by.</summary>
    public string CertificateHash => _certificate.GetCertHashString(HashAlgorithmName.SHA256);

    /// <summary>Bytes of all files so far.</summary>
    public long BytesTaken => Interlocked.Read(ref _bytesTaken);

    public void Dispose()
    {
        _listener.Dispose();
        _certificate.Dispose();
    }

    private static X509Certificate2 MakeCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        return new CertificateRequest("CN=benchmark", key, HashAlgorithmName.SHA256).CreateSelfSigned(
            now.AddHours(-1),
            now.AddHours(1)
        );
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            Socket connection;
            try
            {
                connection = await _listener.AcceptSocketAsync();
            }
            catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
            {
                return;
            }

            _ = Task.Run(() => ServeAsync(connection));
        }
    }

    private async Task ServeAsync(Socket connection)
    {
        await using (var stream = new SslStream(new NetworkStream(connection, ownsSocket: true)))
        {
            await stream.AuthenticateAsServerAsync(_certificate);
            var buffer = new byte[256 * 1024];
            int held = 0;
            while (true)
            {
                int head;
                while ((head = buffer.AsSpan(0, held).IndexOf("\r\n\r\n"u8)) < 0)
                {
                    int read = await stream.ReadAsync(buffer.AsMemory(held));
                    if (read == 0)
                    {
                        return;
                    }

                    held += read;
                }

                if (IsAnnounced(buffer.AsSpan(0, head + 2)))
                {
                    await stream.WriteAsync(Continue);
                }

                long length = ContentLength(buffer.AsSpan(0, head + 2));
                long rest = length - (held - head - 4);
                while (rest > 0)
                {
                    int read = await stream.ReadAsync(buffer);
                    if (read == 0)
                    {
                        return;
                    }

                    rest -= read;
                }

                held = 0;
                Interlocked.Add(ref _bytesTaken, length);
                await stream.WriteAsync(Reply);
            }
        }
    }

    /// <summary>Whether the client waits for a word before it sends a large file.</summary>
    private static bool IsAnnounced(ReadOnlySpan<byte> head) =>
        Encoding.ASCII.GetString(head).Contains("\r\nExpect: 100-continue\r\n", StringComparison.OrdinalIgnoreCase);

    private static long ContentLength(ReadOnlySpan<byte> head)
    {
        const string name = "\r\nContent-Length: ";
        string text = Encoding.ASCII.GetString(head);
        int start = text.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        if (start < 0)
        {
            throw new InvalidDataException("The request has no Content-Length.");
        }

        start += name.Length;
        int end = text.IndexOf('\r', start);
        return long.Parse(text.AsSpan(start, end - start), CultureInfo.InvariantCulture);
    }
}
