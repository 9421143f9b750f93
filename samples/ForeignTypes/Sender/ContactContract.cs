using System.Globalization;
using Crm;
using ProfileSchema;

namespace Sender;

/// <summary>
/// Specifies what is sent for a contact. The members are mapped to those of <see cref="Contact"/> by name and type; other members are never
/// sent. If the CRM renames one, this class no longer compiles.
/// </summary>
[ProfileContractFor<Contact>(Naming = ProfileNaming.SnakeCase)]
public sealed partial class ContactContract
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    private Guid Id { get; }

    [ProfileParameter]
    private ContactStatus Status { get; }

    [ProfileParameter("tags")]
    private IList<string>? Tags { get; }

    /// <summary>Sends only the city of an address.</summary>
    [ProfileParameter("city"), ProfileConverter<CityOnly>]
    private Address? Home { get; }

    [ProfileParameter, ProfileConverter<AmountOnly>]
    private Money? Balance { get; }
}

public sealed class CityOnly : IProfileConverter<Address>
{
    public static bool TryFormat(Address value, Span<byte> utf8, out int written) =>
        System.Text.Encoding.UTF8.TryGetBytes(value.City, utf8, out written);
}

public sealed class AmountOnly : IProfileConverter<Money>
{
    public static bool TryFormat(Money value, Span<byte> utf8, out int written) =>
        value.Amount.TryFormat(utf8, out written, "F2", CultureInfo.InvariantCulture);
}
