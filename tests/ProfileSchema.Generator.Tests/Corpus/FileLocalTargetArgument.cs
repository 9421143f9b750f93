// Rules: PRF002
[ProfileContractFor<Box<Secret[]>>]
public partial class BoxContract
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    private int Id { get; }

    [ProfileParameter]
    private string? Text { get; }
}

public class Box<T>
{
    public int Id { get; set; }
    public string? Text { get; set; }
}

file class Secret;
