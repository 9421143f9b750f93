using System.Text;
using Microsoft.AspNetCore.Http;
using ProfileSchema.Emulator.Calls;

namespace ProfileSchema.Emulator.Replies;

/// <summary>What a call is answered with.</summary>
internal sealed record Reply(int Status, string ContentType, ReadOnlyMemory<byte> Body)
{
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; private init; } = [];

    /// <summary>After how many bytes of the body the connection ends; null: it does not.</summary>
    public int? BreaksOffAt { get; init; }

    /// <summary>The size of the pieces in which the body is sent, with a pause before each.</summary>
    public int PieceBytes { get; init; } = int.MaxValue;

    public TimeSpan Pause { get; init; }

    public static Reply Text(int status, string text) =>
        new(status, "text/plain; charset=utf-8", Encoding.UTF8.GetBytes(text));

    public Reply With(string header, string value) => this with { Headers = [.. Headers, new(header, value)] };

    public async Task WriteAsync(HttpResponse response, DelayedCalls delays, CancellationToken cancellationToken)
    {
        response.StatusCode = Status;
        if (Status != StatusCodes.Status204NoContent)
        {
            response.ContentType = ContentType;
            response.ContentLength = Body.Length;
        }

        foreach ((string header, string value) in Headers)
        {
            response.Headers.Append(header, value);
        }

        // A body that is shorter than its declared length makes Kestrel end the connection after it.
        ReadOnlyMemory<byte> rest = Body[..(BreaksOffAt ?? Body.Length)];
        if (Pause != TimeSpan.Zero || BreaksOffAt is not null)
        {
            await response.StartAsync(cancellationToken).ConfigureAwait(false);
            await response.Body.FlushAsync(cancellationToken).ConfigureAwait(false);
        }

        while (!rest.IsEmpty)
        {
            await delays.HoldAsync(Pause, cancellationToken).ConfigureAwait(false);
            ReadOnlyMemory<byte> piece = rest[..Math.Min(rest.Length, PieceBytes)];
            rest = rest[piece.Length..];
            await response.Body.WriteAsync(piece, cancellationToken).ConfigureAwait(false);
        }
    }
}
