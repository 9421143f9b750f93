// Send: new Member { Tier = @enum.@class }
// Bytes: mbox3rdPartyId=1&profile.tier=class
// Send: new Member { Tier = @enum.@record }
// Bytes: mbox3rdPartyId=1&profile.tier=record
// Send: new Member { Tier = @enum.Å }
// Bytes: mbox3rdPartyId=1&profile.tier=%C3%A5
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    public @enum? Tier { get; set; }
}

public enum @enum
{
    @class,
    @record,
    Å,
}
