// Annotated members that are internal in the other assembly.
// Rules: PRF034 PRF034 PRF034
#if LIBRARY
public class Person
{
    [ProfileParameter]
    public string? Name { get; set; }

    [ProfileParameter]
    internal string? City { get; set; }

    [ProfileParameter]
    private string? Street { get; set; }
}
#else
[Profile]
public partial class Member : Person
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;
}

[Profile]
public partial class Pair
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    public Contact? Contact { get; set; }
}

#endif
#if LIBRARY
public class Contact
{
    [ProfileParameter]
    public string? Name { get; set; }

    [ProfileParameter]
    internal string? City { get; set; }
}
#endif
