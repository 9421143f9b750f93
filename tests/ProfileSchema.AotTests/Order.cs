namespace ProfileSchema.AotTests;

/// <summary>A type that, as far as its contract knows, cannot be edited.</summary>
public sealed class Order
{
    public long Number { get; set; }

    public decimal Total { get; set; }
}

[ProfileContractFor<Order>]
public partial class OrderContract
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    private long Number { get; }

    [ProfileParameter("order.total")]
    private decimal Total { get; }
}
