// Send: new Member { A = new A { B = new B { Text = "x" } } }
// Bytes: mbox3rdPartyId=1&profile.b.text=x
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter(Flatten = true)]
    public A? A { get; set; }
}

public class A
{
    [ProfileParameter]
    public B? B { get; set; }
}

public struct B
{
    [ProfileParameter]
    public string? Text { get; set; }
}
