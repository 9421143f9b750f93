using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ProfileSchema.Benchmarks.EndToEnd;

/// <summary>Takes batch files over loopback, throws them away and says that they were taken.</summary>
internal sealed class DiscardingServer : IDisposable
{
    private const string Body =
        "<response><success>true</success><batchStatus></batchStatus><message>taken</message></response>";

    private static readonly byte[] Reply = Encoding.ASCII.GetBytes(
        $"HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nContent-Length: {Body.Length}\r\n\r\n{Body}"
    );

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public DiscardingServer()
    {
        _listener.Start();
        _ = AcceptAsync();
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    public void Dispose() => _listener.Dispose();

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

    private static async Task ServeAsync(Socket connection)
    {
        using (connection)
        {
            var buffer = new byte[256 * 1024];
            int held = 0;
            while (true)
            {
                int head;
                while ((head = buffer.AsSpan(0, held).IndexOf("\r\n\r\n"u8)) < 0)
                {
                    int read = await connection.ReceiveAsync(buffer.AsMemory(held));
                    if (read == 0)
                    {
                        return;
                    }

                    held += read;
                }

                long rest = ContentLength(buffer.AsSpan(0, head + 2)) - (held - head - 4);
                while (rest > 0)
                {
                    int read = await connection.ReceiveAsync(buffer);
                    if (read == 0)
                    {
                        return;
                    }

                    rest -= read;
                }

                held = 0;
                await connection.SendAsync(Reply);
            }
        }
    }

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
