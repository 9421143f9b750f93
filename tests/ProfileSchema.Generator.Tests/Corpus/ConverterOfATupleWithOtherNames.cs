// The element names of a tuple don't make it another type.
// Send: new Member { Place = (1, 2) }
// Bytes: mbox3rdPartyId=1&profile.place=1%3A2
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter, ProfileConverter<Converter>]
    public (int X, int Y)? Place { get; set; }
}

public class Converter : IProfileConverter<(int Left, int Top)>
{
    public static bool TryFormat((int Left, int Top) value, Span<byte> utf8, out int written) =>
        System.Text.Encoding.UTF8.TryGetBytes($"{value.Left}:{value.Top}", utf8, out written);
}
