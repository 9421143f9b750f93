// The contract of a public type with public arguments is public, arrays among them.
// Send: new Member { Id = 1 }
// Bytes: mbox3rdPartyId=1&profile.text=True
#if LIBRARY
public class Box<T>
{
    public int Id { get; set; }
    public string? Text { get; set; }
}

[ProfileContractFor<Box<int[]>>]
public partial class BoxContract
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    private int Id { get; }

    [ProfileParameter]
    private string? Text { get; }
}
#else
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; }

    [ProfileParameter]
    public string? Text { get; set; } = BoxContract.Default.GetType().IsClass.ToString();
}
#endif
