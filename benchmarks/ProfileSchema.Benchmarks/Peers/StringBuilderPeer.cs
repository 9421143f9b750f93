using System.Globalization;
using System.Text;
using ProfileSchema.Benchmarks.Rows;

namespace ProfileSchema.Benchmarks.Peers;

/// <summary>The file built as one text and encoded at its end.</summary>
internal sealed class StringBuilderPeer(Member[] rows, FixedBuffer output) : IPeer
{
    private readonly StringBuilder _text = new(rows.Length * 256);

    public string Name => "StringBuilder + Uri.EscapeDataString";

    public ReadOnlySpan<byte> Write()
    {
        _text.Clear();
        _text.Append("batch=thirdPartyId,tier,points,lifetimeValue,city,lastPurchase,optIn,segments\n");
        foreach (Member row in rows)
        {
            Append(row);
        }

        int length = 0;
        foreach (ReadOnlyMemory<char> chunk in _text.GetChunks())
        {
            length += Encoding.ASCII.GetBytes(chunk.Span, output.Array.AsSpan(length));
        }

        return output.Array.AsSpan(0, length);
    }

    private void Append(Member row)
    {
        CultureInfo invariant = CultureInfo.InvariantCulture;
        _text.Append(Uri.EscapeDataString(row.MemberId)).Append(',');
        _text.Append(StreamWriterPeer.TierName(row.Tier)).Append(',');
        _text.Append(invariant, $"{row.Points},{row.LifetimeValue:F2},");
        if (row.City is { } city)
        {
            _text.Append(Uri.EscapeDataString(city));
        }

        _text.Append(',');
        if (row.LastPurchase is { } lastPurchase)
        {
            _text.Append(Uri.EscapeDataString(lastPurchase.ToString("O", invariant)));
        }

        _text.Append(',').Append(row.OptIn ? "true" : "false").Append(',');
        _text.Append(Uri.EscapeDataString(string.Join('|', row.Segments))).Append('\n');
    }
}
