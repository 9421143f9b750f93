// A collection, and one that is null or empty.
// Send: new Member()
// Bytes: mbox3rdPartyId=1&profile.values=1
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Collections.ObjectModel;

[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    public System.Collections.Frozen.FrozenSet<int>? Values { get; set; } =
        System.Collections.Frozen.FrozenSet.ToFrozenSet(new[] { 1 });

    [ProfileParameter]
    public System.Collections.Frozen.FrozenSet<int>? None { get; set; }
}
