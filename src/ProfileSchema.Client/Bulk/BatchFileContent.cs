using System.Net;

namespace ProfileSchema.Client;

/// <summary>A batch file as the body of a request, sent from its pooled segments as they are (BULK-1, BULK-2).</summary>
internal sealed class BatchFileContent : HttpContent
{
    private readonly BatchFile _file;

    public BatchFileContent(BatchFile file)
    {
        _file = file;
        Headers.ContentType = FormContent.Type;
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(
        Stream stream,
        TransportContext? context,
        CancellationToken cancellationToken
    ) => _file.WriteToAsync(stream, cancellationToken);

    protected override bool TryComputeLength(out long length)
    {
        length = _file.Length;
        return true;
    }
}
