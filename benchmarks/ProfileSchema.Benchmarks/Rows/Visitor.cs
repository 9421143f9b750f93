namespace ProfileSchema.Benchmarks.Rows;

/// <summary>A profile of twelve parameters, as one update carries it.</summary>
[Profile]
public sealed partial record Visitor
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public required string MemberId { get; init; }

    [ProfileParameter]
    public Tier Tier { get; init; }

    [ProfileParameter]
    public int Points { get; init; }

    [ProfileParameter(Format = "F2")]
    public decimal LifetimeValue { get; init; }

    [ProfileParameter]
    public required string City { get; init; }

    [ProfileParameter]
    public required string Country { get; init; }

    [ProfileParameter]
    public required string Language { get; init; }

    [ProfileParameter]
    public DateTimeOffset LastPurchase { get; init; }

    [ProfileParameter]
    public bool OptIn { get; init; }

    [ProfileParameter]
    public required string Store { get; init; }

    [ProfileParameter]
    public long Visits { get; init; }

    [ProfileParameter]
    public required string Referrer { get; init; }

    [ProfileParameter]
    public int Score { get; init; }

    /// <summary>Visitors after the reference rows, without a space: one form writes it as a plus.</summary>
    internal static Visitor[] Make(int count) =>
        Array.ConvertAll(
            MemberRows.Make(count),
            member => new Visitor
            {
                MemberId = member.MemberId,
                Tier = member.Tier,
                Points = member.Points,
                LifetimeValue = member.LifetimeValue,
                City = (member.City ?? "Malmö").Replace(' ', '-'),
                Country = new string("Sverige".AsSpan()),
                Language = new string("sv-SE".AsSpan()),
                LastPurchase = member.LastPurchase ?? DateTimeOffset.UnixEpoch,
                OptIn = member.OptIn,
                Store = new string("Store 12/B".Replace(' ', '_')),
                Visits = member.Points * 7L,
                Referrer = "https://example.com/" + member.Segments[0],
                Score = member.Points % 100,
            }
        );
}
