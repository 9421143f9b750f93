#pragma warning disable EXP1
[System.Diagnostics.CodeAnalysis.Experimental("EXP1")]
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    public string? Text { get; set; }
}

[Profile]
public partial class Gold : Member
{
    [ProfileParameter]
    public int? Visits { get; set; }
}
