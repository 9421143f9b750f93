// Names that hide those that the contract needs.
// Send: new Acme.System.ProfileSchema { Text = "a", Date = new DateOnly(2026, 11, 23) }
// Bytes: mbox3rdPartyId=1&profile.text=a&profile.date=2026-11-23
namespace System.Collections.Generic
{
    public class Global;
}

namespace Acme.System
{
    public class String;

    [Profile]
    public partial class ProfileSchema
    {
        [ProfileKey(ProfileKeyKind.ThirdPartyId)]
        public int Id { get; set; } = 1;

        [ProfileParameter]
        public string? Text { get; set; }

        [ProfileParameter]
        public global::System.DateOnly? Date { get; set; }
    }
}
