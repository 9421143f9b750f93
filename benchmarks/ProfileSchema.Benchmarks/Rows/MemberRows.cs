namespace ProfileSchema.Benchmarks.Rows;

/// <summary>Makes reference rows, every string of which is an object of its own, as rows out of a database are.</summary>
internal static class MemberRows
{
    private static readonly string[] PlainCities = ["London", "Berlin", "Chicago", "Stockholm", "Madrid", "Oslo"];
    private static readonly string[] OtherCities = ["New York", "Malmö", "São Paulo", "Göteborg", "東京", "Den Haag"];
    private static readonly string[] JapaneseCities =
    [
        "東京都千代田区",
        "大阪市北区梅田",
        "名古屋市中村区",
        "札幌市中央区",
    ];
    private static readonly string[] Segments = ["sports", "outdoor", "family", "premium", "newsletter", "sale"];
    private static readonly string[] JapaneseSegments = ["スポーツ", "アウトドア", "家族向け", "お得意様", "新着情報"];
    private static readonly TimeSpan[] Offsets = [TimeSpan.Zero, TimeSpan.FromHours(1), TimeSpan.FromHours(-5)];

    public static Member[] Make(int count) => Make(count, random => City(random), random => Three(random, Segments));

    public static Member[] MakeJapanese(int count) =>
        Make(count, random => Own(Pick(random, JapaneseCities)), random => Three(random, JapaneseSegments));

    private static Member[] Make(int count, Func<Random, string?> city, Func<Random, IReadOnlyList<string>> segments)
    {
        var random = new Random(20_261_123);
        var start = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);
        var rows = new Member[count];
        for (int i = 0; i < count; i++)
        {
            rows[i] = new Member
            {
                MemberId = $"M{random.Next(100_000_000, 1_000_000_000)}",
                Tier = (Tier)random.Next(4),
                Points = random.Next(100_000),
                LifetimeValue = new decimal(random.Next(10_000_000), 0, 0, false, 2),
                City = city(random),
                LastPurchase =
                    random.Next(10) == 0
                        ? null
                        : new DateTimeOffset(
                            start.AddMilliseconds(random.NextInt64(28_000_000_000)),
                            Pick(random, Offsets)
                        ),
                OptIn = random.Next(2) == 0,
                Segments = segments(random),
            };
        }

        return rows;
    }

    /// <summary>A tenth null, a third with a space or a character outside ASCII.</summary>
    private static string? City(Random random) =>
        random.Next(30) switch
        {
            < 3 => null,
            < 13 => Own(Pick(random, OtherCities)),
            _ => Own(Pick(random, PlainCities)),
        };

    private static string[] Three(Random random, string[] of) =>
        [Own(Pick(random, of)), Own(Pick(random, of)), Own(Pick(random, of))];

    private static T Pick<T>(Random random, T[] of) => of[random.Next(of.Length)];

    private static string Own(string text) => new(text.AsSpan());
}
