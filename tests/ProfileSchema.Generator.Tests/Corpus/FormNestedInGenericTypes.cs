// Send: new Outer<string>.Inner<int>.Member { Value = "a", Number = 2 }
// Bytes: mbox3rdPartyId=1&profile.value=a&profile.number=2
public partial class Outer<T>
    where T : class
{
    public partial struct Inner<TNumber>
        where TNumber : struct, ISpanFormattable
    {
        [Profile]
        public partial class Member
        {
            [ProfileKey(ProfileKeyKind.ThirdPartyId)]
            public int Id { get; set; } = 1;

            [ProfileParameter]
            public string? Value { get; set; }

            [ProfileParameter]
            public TNumber? Number { get; set; }
        }
    }
}
