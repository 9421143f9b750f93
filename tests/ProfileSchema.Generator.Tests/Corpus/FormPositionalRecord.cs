// Send: new Member(1, "a", new[] { 1, 2 })
// Bytes: mbox3rdPartyId=1&profile.text=a&profile.other=1%7C2
[Profile]
public partial record Member(
    [property: ProfileKey(ProfileKeyKind.ThirdPartyId)] int Id,
    [property: ProfileParameter] string? Text,
    [property: ProfileParameter("other")] int[] Numbers
);
