using ProfileSchema;

namespace Broken;

[Profile]
public partial class Talkative
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public string Id { get; set; } = "";

    [ProfileParameter]
    public string? Email { get; set; }
}
