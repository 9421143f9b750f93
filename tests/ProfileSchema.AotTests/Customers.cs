namespace ProfileSchema.AotTests;

internal static class Customers
{
    public static Customer Full { get; } =
        new()
        {
            Id = "c-1",
            FavouriteStore = "Åre, Jämtland",
            Points = 1200,
            Score = 1e-7,
            LifetimeValue = 99.5m,
            IsOpen = true,
            Reference = new Guid("6f9619ff-8b86-d011-b42d-00c04fc964ff"),
            Seen = new DateTimeOffset(2026, 11, 23, 9, 30, 0, TimeSpan.Zero),
            Joined = new DateOnly(2020, 2, 29),
            Visit = TimeSpan.FromMinutes(90),
            App = new Version(4, 2),
            Wide = Int128.MaxValue,
            Tier = AotTests.Tier.Gold,
            Level = AotTests.Tier.Gold,
            Perks = Perks.Lounge | Perks.Upgrade,
            Segments = ["new", "big spender"],
            Tiers = [AotTests.Tier.Basic, AotTests.Tier.Gold],
            Home = new Address { City = "Oslo" },
            Email = " Me@Example.com",
            Spent = new Money(20.5m, "SEK"),
        };

    /// <summary>Of every kind of row one: sent, empty, rejected.</summary>
    public static Customer[] All { get; } =
    [Full, new() { Id = "c-2" }, new() { Id = "c-3", Points = 3 }, new() { Id = "c-4", Score = double.NaN }];
}
