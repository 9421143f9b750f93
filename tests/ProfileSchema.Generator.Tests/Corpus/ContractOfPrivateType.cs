// A contract class isn't more accessible than its target type.
// Rules: PRF002
public partial class Outer
{
    private class Order
    {
        public int Id { get; set; }
        public string? Text { get; set; }
    }

    [ProfileContractFor<Order>]
    internal partial class OrderContract
    {
        [ProfileKey(ProfileKeyKind.ThirdPartyId)]
        private int Id { get; }

        [ProfileParameter]
        private string? Text { get; }
    }
}
