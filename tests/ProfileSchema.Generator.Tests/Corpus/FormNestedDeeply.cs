// Send: new Acme.@event.IOuter<int>.Middle<string>.Inner.Member()
// Bytes: mbox3rdPartyId=1&profile.text=Int32String
namespace Acme.@event
{
    public partial interface IOuter<T>
    {
        internal partial record struct Middle<TItem>
        {
            public static partial class Inner
            {
                [Profile]
                public partial class Member
                {
                    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
                    public int Id { get; set; } = 1;

                    [ProfileParameter]
                    public string? Text { get; set; } = typeof(T).Name + typeof(TItem).Name;
                }
            }
        }
    }
}
