using ProfileSchema;

namespace Broken;

[Profile]
public class Sealed
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public string Id { get; set; } = "";

    [ProfileParameter]
    public int? Points { get; set; }
}
