// Send: new Member { Text = "a&b=c|d%e+f g\"h,i\u00e9\U0001F600\n" }
// Bytes: mbox3rdPartyId=1&profile.text=a%26b%3Dc%7Cd%25e%2Bf%20g%22h%2Ci%C3%A9%F0%9F%98%80%0A
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    public string? Text { get; set; }
}
