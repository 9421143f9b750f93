namespace ProfileSchema.Client.Tests.Hosting;

/// <summary>A handler of a caller's, which leaves a header on what it has seen.</summary>
internal sealed class Marking(string header) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        request.Headers.Add(header, "seen");
        return base.SendAsync(request, cancellationToken);
    }
}
