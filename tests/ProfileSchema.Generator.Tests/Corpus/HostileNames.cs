// Names that are keywords, and one that is a member of the generated class.
// Send: new @class { Id = 1, @event = "a", GeneratedProfileContract = 2 }
// Bytes: mbox3rdPartyId=1&profile.event=a&profile.generatedProfileContract=2
[Profile]
public partial class @class
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; }

    [ProfileParameter]
    public string? @event { get; set; }

    [ProfileParameter]
    public int? GeneratedProfileContract { get; set; }
}
