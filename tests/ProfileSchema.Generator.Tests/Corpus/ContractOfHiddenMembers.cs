// Send: new Member()
// Bytes: mbox3rdPartyId=1&profile.text=mbox3rdPartyId%3D1%26profile.text%3Da
public class Entity
{
    public string Id => "x";

    public int Text => 2;
}

public class Order : Entity
{
    public new int Id => 1;

    public new string? Text => "a";
}

[ProfileContractFor<Order>]
public partial class OrderContract
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    private int Id { get; }

    [ProfileParameter]
    private string? Text { get; }
}

[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    public string? Text { get; set; } = ProfileSerializer.ToParameterString(new Order(), OrderContract.Default);
}
