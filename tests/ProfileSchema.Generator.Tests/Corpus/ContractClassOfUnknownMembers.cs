// Rules: PRF029 PRF029
public class Order
{
    public int Id { get; set; }
    public decimal Total { get; set; }
    private string? Secret { get; set; }

    public override string ToString() => Secret ?? "";
}

[ProfileContractFor<Order>]
public partial class OrderContract
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    private int Id { get; }

    [ProfileParameter]
    private int Total { get; }

    [ProfileParameter]
    private string? Secret { get; }
}
