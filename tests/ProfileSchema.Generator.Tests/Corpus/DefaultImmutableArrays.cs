// A default immutable array behind an interface isn't sent.
// Send: new Member()
// Bytes: mbox3rdPartyId=1
// Send: new Member { Numbers = ImmutableArray.Create(1, 2), Texts = ImmutableArray.Create("a", "b") }
// Bytes: mbox3rdPartyId=1&profile.numbers=1%7C2&profile.texts=a%7Cb
global using System.Collections.Immutable;
using System.Collections.Generic;

[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    public IReadOnlyList<int>? Numbers { get; set; } = default(ImmutableArray<int>);

    [ProfileParameter]
    public IList<DayOfWeek>? Days { get; set; } = default(ImmutableArray<DayOfWeek>);

    [ProfileParameter]
    public IEnumerable<int>? Each { get; set; } = default(ImmutableArray<int>);

    [ProfileParameter]
    public ICollection<Guid?> Ids { get; set; } = default(ImmutableArray<Guid?>);

    [ProfileParameter]
    public IReadOnlyCollection<Version?>? Versions { get; set; } = default(ImmutableArray<Version?>);

    [ProfileParameter]
    public IImmutableList<double>? Doubles { get; set; } = default(ImmutableArray<double>);

    [ProfileParameter]
    public IReadOnlyList<string?>? Texts { get; set; } = default(ImmutableArray<string?>);
}
