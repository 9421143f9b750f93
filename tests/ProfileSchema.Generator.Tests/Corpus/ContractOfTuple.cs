// Send: new Member()
// Bytes: mbox3rdPartyId=1&profile.text=mbox3rdPartyId%3D1%26profile.text%3Da

[ProfileContractFor<System.Tuple<int, string>>]
public partial class OrderContract
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    private int Item1 { get; }

    [ProfileParameter("text")]
    private string? Item2 { get; }
}

[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    public string? Text { get; set; } =
        ProfileSerializer.ToParameterString(System.Tuple.Create(1, "a"), OrderContract.Default);
}
