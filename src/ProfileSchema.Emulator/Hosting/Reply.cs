using System.Text;
using Microsoft.AspNetCore.Http;

namespace ProfileSchema.Emulator;

/// <summary>What a call is answered with.</summary>
internal sealed record Reply(int Status, string ContentType, ReadOnlyMemory<byte> Body)
{
    public static Reply Text(int status, string text) =>
        new(status, "text/plain; charset=utf-8", Encoding.UTF8.GetBytes(text));

    public async Task WriteAsync(HttpResponse response, CancellationToken cancellationToken)
    {
        response.StatusCode = Status;
        response.ContentType = ContentType;
        response.ContentLength = Body.Length;
        await response.Body.WriteAsync(Body, cancellationToken).ConfigureAwait(false);
    }
}
