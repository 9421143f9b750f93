// Send: new Member { Contract = "a", Instance = "b", BatchHeader = "c", Write = "d", writer = "e", value1 = "f", System = "g", ProfileSchema = "h" }
// Bytes: mbox3rdPartyId=1&profile.contract=a&profile.instance=b&profile.batchHeader=c&profile.write=d&profile.writer=e&profile.value1=f&profile.system=g&profile.profileSchema=h
[Profile]
public partial class Member : Base
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    public string? Contract { get; set; }

    [ProfileParameter]
    public string? Instance { get; set; }

    [ProfileParameter]
    public string? BatchHeader { get; set; }

    [ProfileParameter]
    public string? Write { get; set; }

    [ProfileParameter]
    public string? writer { get; set; }

    [ProfileParameter]
    public string? value1 { get; set; }

    [ProfileParameter]
    public string? System { get; set; }

    [ProfileParameter]
    public string? ProfileSchema { get; set; }
}

public class Base
{
    protected class GeneratedProfileContract;
}
