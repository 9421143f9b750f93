// Send: new Member()
// Bytes: mbox3rdPartyId=1&profile.cat=animal&profile.stone=object&profile.dog=dog
[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    [ProfileConverter<Any>]
    public Cat? Cat { get; } = new();

    [ProfileParameter]
    [ProfileConverter<Any>]
    public Stone? Stone { get; } = new();

    [ProfileParameter]
    [ProfileConverter<Any>]
    public Dog? Dog { get; } = new();
}

public class Animal;

public class Cat : Animal;

public class Dog : Animal;

public class Stone;

public class Any : IProfileConverter<object>, IProfileConverter<Animal>, IProfileConverter<Dog>
{
    public static bool TryFormat(object value, Span<byte> utf8, out int written) =>
        Write("object"u8, utf8, out written);

    public static bool TryFormat(Animal value, Span<byte> utf8, out int written) =>
        Write("animal"u8, utf8, out written);

    public static bool TryFormat(Dog value, Span<byte> utf8, out int written) => Write("dog"u8, utf8, out written);

    private static bool Write(ReadOnlySpan<byte> text, Span<byte> utf8, out int written)
    {
        written = text.Length;
        return text.TryCopyTo(utf8);
    }
}
