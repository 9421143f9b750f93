public partial class Outer
{
    protected class Order
    {
        public int Id { get; set; }
        public string? Text { get; set; }
    }

    [ProfileContractFor<Order>]
    protected partial class OrderContract
    {
        [ProfileKey(ProfileKeyKind.ThirdPartyId)]
        private int Id { get; }

        [ProfileParameter]
        private string? Text { get; }
    }
}
