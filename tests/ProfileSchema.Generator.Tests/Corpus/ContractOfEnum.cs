// Rules: PRF002 PRF029 PRF029
[ProfileContractFor<DayOfWeek>]
public partial class DayContract
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    private int Id { get; }

    [ProfileParameter]
    private string? Text { get; }
}
