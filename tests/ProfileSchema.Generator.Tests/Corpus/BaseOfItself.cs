// Send: new Member { Text = "a" }
// Bytes: mbox3rdPartyId=1&profile.text=a
public abstract class Base<TSelf>
    where TSelf : Base<TSelf>
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    public string? Text { get; set; }

    public TSelf? Self { get; set; }
}

[Profile]
public partial class Member : Base<Member> { }
