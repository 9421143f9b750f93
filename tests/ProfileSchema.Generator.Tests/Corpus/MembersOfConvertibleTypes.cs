// A conversion is the author's to call.
// Rules: PRF007
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    public Money? Money { get; set; }
}

public class Money
{
    public static implicit operator string(Money money) => money.ToString()!;

    public static implicit operator decimal(Money money) => 1;
}
