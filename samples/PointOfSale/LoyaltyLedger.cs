using System.Collections.Concurrent;

namespace PointOfSale;

/// <summary>Adds purchases up. In memory, where a real service has its database; nothing else here would differ.</summary>
public sealed class LoyaltyLedger(TimeProvider time)
{
    private const decimal Gold = 500;
    private const decimal Platinum = 5_000;

    private readonly ConcurrentDictionary<string, LoyaltyProfile> _members = new(StringComparer.Ordinal);

    /// <summary>The profile as it would be with the purchase. Nothing is changed.</summary>
    public LoyaltyProfile Preview(Purchase purchase) => With(Find(purchase.MemberId), purchase);

    public LoyaltyProfile Add(Purchase purchase) =>
        _members.AddOrUpdate(purchase.MemberId, _ => With(null, purchase), (_, member) => With(member, purchase));

    /// <summary>All members as they are now.</summary>
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
