// Send: new North.Member { Text = "a" }
// Bytes: mbox3rdPartyId=1&profile.text=a
// Send: new South.Member { Number = 2 }
// Bytes: mbox3rdPartyId=1&profile.number=2
namespace North
{
    [Profile]
    public partial class Member
    {
        [ProfileKey(ProfileKeyKind.ThirdPartyId)]
        public int Id { get; set; } = 1;

        [ProfileParameter]
        public string? Text { get; set; }
    }
}

namespace South
{
    [Profile]
    public partial class Member
    {
        [ProfileKey(ProfileKeyKind.ThirdPartyId)]
        public int Id { get; set; } = 1;

        [ProfileParameter]
        public int? Number { get; set; }
    }
}
