// Send: new Member()
// Bytes: mbox3rdPartyId=1&profile.home.city=a
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    public IHome? Home { get; set; } = new Home();
}

public interface IHome
{
    [ProfileParameter]
    string? City => "a";
}

public class Home : IHome;
