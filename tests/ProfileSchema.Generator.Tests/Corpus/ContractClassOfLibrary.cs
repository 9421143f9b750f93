// A contract class derives from one of another assembly.
#if LIBRARY
public class Order
{
    public int Id { get; set; } = 1;
    public string? Text { get; set; }
    public string? More { get; set; }
}

[ProfileContractFor<Order>]
public partial class OrderContract
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    protected int Id { get; }

    [ProfileParameter]
    protected string? Text { get; }
}
#else
[ProfileContractFor<Order>]
public partial class MoreOrderContract : OrderContract
{
    [ProfileParameter]
    private string? More { get; }
}
#endif
