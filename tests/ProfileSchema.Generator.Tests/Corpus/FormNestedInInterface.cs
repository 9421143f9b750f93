// Send: new IOuter.Member { Text = "a" }
// Bytes: mbox3rdPartyId=1&profile.text=a
public partial interface IOuter
{
    [Profile]
    public partial record Member
    {
        [ProfileKey(ProfileKeyKind.ThirdPartyId)]
        public int Id { get; set; } = 1;

        [ProfileParameter]
        public string? Text { get; set; }
    }
}
