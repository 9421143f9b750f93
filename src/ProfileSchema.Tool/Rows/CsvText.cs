using System.Text;

namespace ProfileSchema.Tool.Rows;

/// <summary>The text of a CSV file in the encoding that it begins with a mark of, or that the caller declares.</summary>
internal static class CsvText
{
    /// <exception cref="ToolException">There is no such encoding.</exception>
    public static async Task<TextReader> OpenAsync(Stream file, string encoding, CancellationToken cancellationToken)
    {
        Encoding declared = Find(encoding);
        var start = new byte[4];
        int length = await file.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellationToken);
        Encoding actual = ByteOrderMark(start.AsSpan(0, length)) ?? declared;
        ReadOnlySpan<byte> mark = actual.Preamble;
        file.Position = !mark.IsEmpty && start.AsSpan(0, length).StartsWith(mark) ? mark.Length : 0;
        return actual.CodePage == Encoding.UTF8.CodePage
            ? new Utf8TextReader(file)
            : new StreamReader(file, actual, detectEncodingFromByteOrderMarks: false, 64 * 1024);
    }

    private static Encoding Find(string name)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        try
        {
            return Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (ArgumentException exception)
        {
            throw new ToolException(
                ExitCode.Usage,
                $"There is no encoding '{name}'. Such are utf-8, utf-16, windows-1252 and iso-8859-15.",
                exception
            );
        }
    }

    private static Encoding? ByteOrderMark(ReadOnlySpan<byte> start) =>
        start switch
        {
            [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8,
            [0xFF, 0xFE, 0, 0] => new UTF32Encoding(
                bigEndian: false,
                byteOrderMark: true,
                throwOnInvalidCharacters: true
            ),
            [0, 0, 0xFE, 0xFF] => new UTF32Encoding(
                bigEndian: true,
                byteOrderMark: true,
                throwOnInvalidCharacters: true
            ),
            [0xFF, 0xFE, ..] => new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true),
            [0xFE, 0xFF, ..] => new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true),
            _ => null,
        };
}
