using System.Globalization;
using System.Text;
using ProfileSchema.Benchmarks.Rows;

namespace ProfileSchema.Benchmarks.Peers;

/// <summary>Careful code by hand: one writer, numbers formatted on the stack, text escaped by the platform.</summary>
internal sealed class StreamWriterPeer(Member[] rows, FixedBuffer output) : IPeer
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public string Name => "StreamWriter + Uri.EscapeDataString";

    public ReadOnlySpan<byte> Write()
    {
        using var stream = new MemoryStream(output.Array);
        using (var writer = new StreamWriter(stream, Utf8, 64 * 1024, leaveOpen: true))
        {
            writer.Write("batch=thirdPartyId,tier,points,lifetimeValue,city,lastPurchase,optIn,segments\n");
            foreach (Member row in rows)
            {
                Write(writer, row);
            }
        }

        return output.Array.AsSpan(0, (int)stream.Position);
    }

    private static void Write(StreamWriter writer, Member row)
    {
        Span<char> text = stackalloc char[64];
        writer.Write(Uri.EscapeDataString(row.MemberId));
        writer.Write(',');
        writer.Write(TierName(row.Tier));
        writer.Write(',');
        row.Points.TryFormat(text, out int length, default, CultureInfo.InvariantCulture);
        writer.Write(text[..length]);
        writer.Write(',');
        row.LifetimeValue.TryFormat(text, out length, "F2", CultureInfo.InvariantCulture);
        writer.Write(text[..length]);
        writer.Write(',');
        if (row.City is { } city)
        {
            writer.Write(Uri.EscapeDataString(city));
        }

        writer.Write(',');
        if (row.LastPurchase is { } lastPurchase)
        {
            lastPurchase.TryFormat(text, out length, "O", CultureInfo.InvariantCulture);
            writer.Write(Uri.EscapeDataString(text[..length]));
        }

        writer.Write(',');
        writer.Write(row.OptIn ? "true" : "false");
        writer.Write(',');
        for (int i = 0; i < row.Segments.Count; i++)
        {
            if (i > 0)
            {
                writer.Write("%7C");
            }

            writer.Write(Uri.EscapeDataString(row.Segments[i]));
        }

        writer.Write('\n');
    }

    internal static string TierName(Tier tier) =>
        tier switch
        {
            Tier.Bronze => "bronze",
            Tier.Silver => "silver",
            Tier.Gold => "gold",
            Tier.Platinum => "platinum",
            _ => throw new ArgumentOutOfRangeException(nameof(tier)),
        };
}
