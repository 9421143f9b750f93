// A converter that takes several base types takes a value as the nearest of them.
// Send: new Member { Pet = new Cat() }
// Bytes: mbox3rdPartyId=1&profile.pet=animal
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter, ProfileConverter<Converter>]
    public Cat? Pet { get; set; }
}

public class Animal { }

public class Cat : Animal { }

public class Converter : IProfileConverter<object>, IProfileConverter<Animal>
{
    public static bool TryFormat(object value, Span<byte> utf8, out int written) =>
        System.Text.Encoding.UTF8.TryGetBytes("object", utf8, out written);

    public static bool TryFormat(Animal value, Span<byte> utf8, out int written) =>
        System.Text.Encoding.UTF8.TryGetBytes("animal", utf8, out written);
}
