using System.Globalization;
using System.Text;

namespace CrmImport;

/// <summary>Generates an export of a CRM. The seed is fixed, so the customers are the same each time.</summary>
internal static class CustomerGenerator
{
    private const int Seed = 20_261_124;
    private static readonly string[] Names =
    [
        "Amélie Öberg",
        "Zoë Kowalski",
        "山田 太郎",
        "O'Brien, Pat",
        "Łukasz Lind",
    ];
    private static readonly string[] Stores = ["Malmö", "Kraków", "大阪", "Washington, D.C.", "Rock/Paper & Co."];
    private static readonly string[] Interests = ["ski", "football", "running", "yoga", "fishing"];

    /// <summary>Writes the file. If it is interrupted, no incomplete file remains.</summary>
    public static async Task WriteAsync(string path, int rows, CancellationToken cancellationToken)
    {
        string unfinished = path + ".unfinished";
        await using (var file = new StreamWriter(unfinished, append: false, new UTF8Encoding(false), 1 << 16))
        {
            await file.WriteLineAsync(
                "customer_id,name,segment,orders_last_year,lifetime_value,home_store,last_order,interests,consent"
            );
            var random = new Random(Seed);
            for (int i = 1; i <= rows; i++)
            {
                await file.WriteLineAsync(Line(i, random).AsMemory(), cancellationToken);
            }
        }

        File.Move(unfinished, path);
    }

    private static string Line(int i, Random random)
    {
        // One in ten thousand has an ID that Target does not support (ID-3). The import rejects it.
        string id = i % 10_000 == 17 ? $"EU/{i}" : $"C{i:D7}";
        var segment = (Segment)random.Next(4);
        string orders = random.Next(5) == 0 ? "" : random.Next(40).ToString(CultureInfo.InvariantCulture);
        string value = (random.Next(2_500_000) / 100m).ToString("F2", CultureInfo.InvariantCulture);
        string last = new DateOnly(2026, 11, 23)
            .AddDays(-random.Next(900))
            .ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        string interests = string.Join(';', Interests.Where(_ => random.Next(3) == 0));
        string consent = random.Next(20) == 0 ? "no" : "yes";
        return $"{id},\"{Pick(Names)}\",{segment},{orders},{value},\"{Pick(Stores)}\",{last},{interests},{consent}";

        string Pick(string[] from) => from[random.Next(from.Length)];
    }
}
