// Rules: PRF002
[ProfileContractFor<int?>]
public partial class NumberContract
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    private int Value { get; }

    [ProfileParameter]
    private bool HasValue { get; }
}
