// Send: new Member { Value = new Address { City = "a" } }
// Bytes: mbox3rdPartyId=1&profile.value.city=a
// Send: new Number { Value = 2 }
// Bytes: mbox3rdPartyId=1&profile.value=2
public class Base<T>
{
    [ProfileParameter]
    public T? Value { get; set; }
}

public class Address
{
    [ProfileParameter]
    public string? City { get; set; }
}

[Profile]
public partial class Member : Base<Address>
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;
}

[Profile]
public partial class Number : Base<int?>
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;
}
