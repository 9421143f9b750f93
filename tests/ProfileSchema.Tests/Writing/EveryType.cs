namespace ProfileSchema.Tests.Writing;

/// <summary>A profile with a member of every kind of type that the writer knows.</summary>
[Profile]
internal sealed partial record EveryType
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public required string Id { get; init; }

    [ProfileParameter]
    public string? Text { get; init; }

    [ProfileParameter]
    public char Symbol { get; init; } = 'x';

    [ProfileParameter]
    public Uri? Address { get; init; }

    [ProfileParameter]
    public bool Flag { get; init; }

    [ProfileParameter]
    public short Small { get; init; }

    [ProfileParameter]
    public ulong Large { get; init; }

    [ProfileParameter]
    public Int128 Wide { get; init; }

    [ProfileParameter]
    public decimal? Amount { get; init; }

    [ProfileParameter(Format = "F2")]
    public decimal Fixed { get; init; }

    [ProfileParameter]
    public double Double { get; init; }

    [ProfileParameter]
    public float? Float { get; init; }

    [ProfileParameter]
    public Half Half { get; init; }

    [ProfileParameter]
    public Guid Key { get; init; }

    [ProfileParameter]
    public DateTime Local { get; init; }

    [ProfileParameter]
    public DateTimeOffset? Instant { get; init; }

    [ProfileParameter]
    public DateOnly Day { get; init; }

    [ProfileParameter]
    public TimeOnly Time { get; init; }

    [ProfileParameter]
    public TimeSpan Span { get; init; }

    [ProfileParameter(Format = "dd.MM.yyyy")]
    public DateTime Formatted { get; init; }

    [ProfileParameter]
    public Level Level { get; init; }

    [ProfileParameter(Separator = '|')]
    public Options Options { get; init; }

    [ProfileParameter(Separator = '|')]
    public IReadOnlyList<string> Array { get; init; } = [];

    [ProfileParameter(Separator = ';')]
    public List<string> List { get; init; } = [];

    [ProfileParameter(Separator = ',')]
    public List<int> Numbers { get; init; } = [];

    [ProfileParameter(Hash = ProfileHash.Sha256Email)]
    public string? Email { get; init; }
}

internal enum Level
{
    Low,
    High,
}

[Flags]
internal enum Options
{
    None = 0,
    First = 1,
    Second = 2,
    Both = First | Second,
}
