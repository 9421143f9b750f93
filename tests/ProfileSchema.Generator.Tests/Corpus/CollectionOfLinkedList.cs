// A collection, and one that is null or empty.
// Send: new Member()
// Bytes: mbox3rdPartyId=1&profile.values=1%7C2
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Collections.ObjectModel;

[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    public LinkedList<int>? Values { get; set; } = new(new[] { 1, 2 });

    [ProfileParameter]
    public LinkedList<int>? None { get; set; }
}
