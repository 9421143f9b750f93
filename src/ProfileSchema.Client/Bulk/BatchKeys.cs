using System.Buffers;
using System.Net;
using System.Text;

namespace ProfileSchema.Client;

/// <summary>Reads the keys back from a batch file, so that they can be taken out of what the service says of it (HTTP-2).</summary>
internal static class BatchKeys
{
    /// <summary>The keys of the file that stand in a text: as they are, as they were sent, or as a page shows them.</summary>
    public static IReadOnlyList<string> FoundIn(string? text, ReadOnlySequence<byte> file)
    {
        var found = new List<string>();
        if (string.IsNullOrEmpty(text))
        {
            return found;
        }

        text += WebUtility.HtmlDecode(text);
        var reader = new SequenceReader<byte>(file);
        reader.TryAdvanceTo((byte)'\n');
        while (!reader.End)
        {
            string encoded = Encoding.ASCII.GetString(ReadKey(ref reader));
            string key = Uri.UnescapeDataString(encoded);
            if (
                text.Contains(key, StringComparison.OrdinalIgnoreCase)
                || text.Contains(encoded, StringComparison.OrdinalIgnoreCase)
            )
            {
                found.Add(key);
            }
        }

        // The longest first, so that no key leaves the rest of another that it begins.
        found.Sort((left, right) => right.Length.CompareTo(left.Length));
        return found;
    }

    /// <summary>Passes over a row. In a file that exists it may hold nothing but its key, and the last one may have no LF behind it.</summary>
    private static ReadOnlySequence<byte> ReadKey(ref SequenceReader<byte> reader)
    {
        if (!reader.TryReadTo(out ReadOnlySequence<byte> row, (byte)'\n'))
        {
            row = reader.UnreadSequence;
            reader.AdvanceToEnd();
        }

        return row.PositionOf((byte)',') is { } end ? row.Slice(0, end) : row;
    }
}
