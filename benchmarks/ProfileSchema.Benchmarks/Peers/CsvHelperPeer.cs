using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using ProfileSchema.Benchmarks.Rows;

namespace ProfileSchema.Benchmarks.Peers;

/// <summary>CsvHelper, which quotes where the wire knows no quotes, given values that need none.</summary>
internal sealed class CsvHelperPeer(Member[] rows, FixedBuffer output) : IPeer
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private static readonly CsvConfiguration Configuration = new(CultureInfo.InvariantCulture)
    {
        NewLine = "\n",
        Mode = CsvMode.NoEscape,
        BufferSize = 64 * 1024,
    };

    public string Name => "CsvHelper, escaped values";

    public ReadOnlySpan<byte> Write()
    {
        using var stream = new MemoryStream(output.Array);
        using (var text = new StreamWriter(stream, Utf8, 64 * 1024, leaveOpen: true))
        using (var csv = new CsvWriter(text, Configuration))
        {
            WriteHeader(csv);
            foreach (Member row in rows)
            {
                Write(csv, row);
            }
        }

        return output.Array.AsSpan(0, (int)stream.Position);
    }

    private static void WriteHeader(CsvWriter csv)
    {
        string[] names =
        [
            "batch=thirdPartyId",
            "tier",
            "points",
            "lifetimeValue",
            "city",
            "lastPurchase",
            "optIn",
            "segments",
        ];
        foreach (string name in names)
        {
            csv.WriteField(name);
        }

        csv.NextRecord();
    }

    private static void Write(CsvWriter csv, Member row)
    {
        csv.WriteField(Uri.EscapeDataString(row.MemberId));
        csv.WriteField(StreamWriterPeer.TierName(row.Tier));
        csv.WriteField(row.Points);
        csv.WriteField(row.LifetimeValue.ToString("F2", CultureInfo.InvariantCulture));
        csv.WriteField(row.City is { } city ? Uri.EscapeDataString(city) : null);
        csv.WriteField(
            row.LastPurchase is { } lastPurchase
                ? Uri.EscapeDataString(lastPurchase.ToString("O", CultureInfo.InvariantCulture))
                : null
        );
        csv.WriteField(row.OptIn ? "true" : "false");
        csv.WriteField(Uri.EscapeDataString(string.Join('|', row.Segments)));
        csv.NextRecord();
    }
}
