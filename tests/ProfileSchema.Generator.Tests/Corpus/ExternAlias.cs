// Types behind an alias, in each place that generated code names one.
// Alias: lib
// Send: new Member { Tier = lib::Acme.Tier.Gold, Box = new lib::Acme.Box { Text = "a" }, Plain = new lib::Plain { Text = "b" }, Of = new lib::Acme.Of<lib::Acme.Tier> { Text = "c" }, Tiers = { lib::Acme.Tier.Basic }, Converted = new lib::Acme.Box { Text = "d" } }
// Bytes: mbox3rdPartyId=1&profile.tier=gold&profile.box.text=a&profile.plain.text=b&profile.of.text=c&profile.tiers=basic&profile.converted=d
// Send: new GoldMember { Name = "e" }
// Bytes: mbox3rdPartyId=2&profile.name=e
#if LIBRARY
public class Plain
{
    [ProfileParameter]
    public string? Text { get; set; }
}

namespace Acme
{
    public enum Tier
    {
        Basic,
        Gold,
    }

    public class Box : Plain;

    public class Of<T> : Plain;

    public class ToText : IProfileConverter<Box>
    {
        public static bool TryFormat(Box value, Span<byte> utf8, out int written) =>
            System.Text.Encoding.UTF8.TryGetBytes(value.Text, utf8, out written);
    }

    public class Order
    {
        public int Id { get; set; } = 1;
        public string? Text { get; set; }
    }

    public interface INamed
    {
        string? Shown { get; }
    }
}
#else
extern alias lib;

namespace Acme
{
    public enum Tier
    {
        Other,
    }

    public class Box;
}

[Profile]
public partial class Member
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 1;

    [ProfileParameter]
    public lib::Acme.Tier? Tier { get; set; }

    [ProfileParameter]
    public lib::Acme.Box? Box { get; set; }

    [ProfileParameter]
    public lib::Plain? Plain { get; set; }

    [ProfileParameter]
    public lib::Acme.Of<lib::Acme.Tier>? Of { get; set; }

    [ProfileParameter]
    public System.Collections.Generic.List<lib::Acme.Tier> Tiers { get; } = new();

    [ProfileParameter]
    [ProfileConverter<lib::Acme.ToText>]
    public lib::Acme.Box? Converted { get; set; }
}

[Profile]
public partial class GoldMember : lib::Acme.INamed
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public int Id { get; set; } = 2;

    [ProfileParameter]
    public string? Name { get; set; }

    [ProfileParameter]
    string? lib::Acme.INamed.Shown => null;
}

[ProfileContractFor<lib::Acme.Order>]
public partial class OrderContract
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    private int Id { get; }

    [ProfileParameter]
    private string? Text { get; }
}
#endif
