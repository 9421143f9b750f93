// Rules: PRF031 PRF031 PRF031
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter(MaxLength = 20)]
    public Guid? Order { get; set; }

    [ProfileParameter(MaxLength = 5)]
    public DateOnly? Visit { get; set; }

    [ProfileParameter(MaxLength = 26)]
    public DateTime? Seen { get; set; }
}
