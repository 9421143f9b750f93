using System.Collections.Concurrent;

namespace PointOfSale;

/// <summary>Records purchases, in memory. A real service would use a database.</summary>
public sealed class LoyaltyLedger(TimeProvider time)
{
    private const decimal Gold = 500;
    private const decimal Platinum = 5_000;

    private readonly ConcurrentDictionary<string, LoyaltyProfile> _members = new(StringComparer.Ordinal);

    /// <summary>Returns the profile as it would be after a purchase, without recording the purchase.</summary>
    public LoyaltyProfile Preview(Purchase purchase) => With(Find(purchase.MemberId), purchase);

    public LoyaltyProfile Add(Purchase purchase) =>
        _members.AddOrUpdate(purchase.MemberId, _ => With(null, purchase), (_, member) => With(member, purchase));

    /// <summary>Returns the current profiles of all members.</summary>
    public ICollection<LoyaltyProfile> Members => _members.Values;

    public LoyaltyProfile? Find(string memberId) => _members.GetValueOrDefault(memberId);

    private LoyaltyProfile With(LoyaltyProfile? member, Purchase purchase)
    {
        decimal spent = (member?.Spent ?? 0) + purchase.Amount;
        return new LoyaltyProfile
        {
            MemberId = purchase.MemberId,
            Tier = spent switch
            {
                >= Platinum => LoyaltyTier.Platinum,
                >= Gold => LoyaltyTier.Gold,
                _ => LoyaltyTier.Silver,
            },
            Points = (long)decimal.Floor(spent),
            Spent = spent,
            LastStore = purchase.Store,
            LastPurchase = time.GetUtcNow(),
        };
    }
}
