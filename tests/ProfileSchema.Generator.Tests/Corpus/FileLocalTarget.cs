// Rules: PRF002
[ProfileContractFor<Order>]
public partial class OrderContract
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    private int Id { get; }

    [ProfileParameter]
    private string? Text { get; }
}

file class Order
{
    public int Id { get; set; }
    public string? Text { get; set; }
}
