// Rules: PRF021
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    [ProfileConverter<Masked>]
    public string? Text { get; set; }
}

file class Masked : IProfileConverter<string>
{
    public static bool TryFormat(string value, Span<byte> utf8, out int written) => (written = 0) == 0;
}
