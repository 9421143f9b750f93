// Contract classes that are as accessible as their target types.
public partial class Outer
{
    private class Order
    {
        public int Id { get; set; }
        public string? Text { get; set; }
    }

    internal class Order2
    {
        public int Id { get; set; }
        public string? Text { get; set; }
    }

    [ProfileContractFor<Order>]
    private partial class OrderContract
    {
        [ProfileKey(ProfileKeyKind.ThirdPartyId)]
        private int Id { get; }

        [ProfileParameter]
        private string? Text { get; }
    }

    [ProfileContractFor<Order2>]
    public partial class Order2Contract
    {
        [ProfileKey(ProfileKeyKind.ThirdPartyId)]
        private int Id { get; }

        [ProfileParameter]
        private string? Text { get; }
    }

    private partial class Inner
    {
        [ProfileContractFor<Order>]
        internal partial class OrderContract
        {
            [ProfileKey(ProfileKeyKind.ThirdPartyId)]
            private int Id { get; }

            [ProfileParameter]
            private string? Text { get; }
        }
    }
}
