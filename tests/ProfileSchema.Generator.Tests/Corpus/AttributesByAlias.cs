// Send: new Member { Text = "a", Other = "b" }
// Bytes: mbox3rdPartyId=1&profile.text=a&profile.other=b
using Key = ProfileSchema.ProfileKeyAttribute;
using Send = ProfileSchema.ProfileParameterAttribute;
using Visitor = ProfileSchema.ProfileAttribute;

[Visitor]
public partial class Member
{
    [Key(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [Send]
    public string? Text { get; set; }

    [global::ProfileSchema.ProfileParameterAttribute("other")]
    public string? Other { get; set; }
}
