namespace Crm;

public class Contact
{
    public Contact(Guid id) => Id = id;

    public Guid Id { get; }

    public string? FullName { get; set; }

    public ContactStatus Status { get; set; }

    public Address? Home { get; set; }

    public IList<string> Tags { get; } = [];

    public Money? Balance { get; set; }
}

public enum ContactStatus
{
    Unknown,
    Active,
    Dormant,
}

public sealed record Address(string Street, string City, string CountryCode);

public readonly record struct Money(decimal Amount, string Currency);
