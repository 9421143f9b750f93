namespace ProfileSchema.Benchmarks.Rows;

/// <content>
/// What the generator emits for the marked members, by hand while it does not know collections: mark the type and its
/// members, delete this file, and nothing else changes.
/// </content>
public sealed partial record Member : IProfile<Member>
{
    static ProfileContract<Member> IProfile<Member>.Contract => GeneratedProfileContract.Instance;

    private sealed class GeneratedProfileContract : ProfileContract<Member>
    {
        public static readonly GeneratedProfileContract Instance = new();

        private GeneratedProfileContract()
            : base(
                "Member",
                ProfileKeyKind.ThirdPartyId,
                [
                    new("tier", typeof(Tier)),
                    new("points", typeof(int)),
                    new("lifetimeValue", typeof(decimal)) { Format = "F2" },
                    new("city", typeof(string)) { IsNullable = true },
                    new("lastPurchase", typeof(DateTimeOffset)) { IsNullable = true },
                    new("optIn", typeof(bool)),
                    new("segments", typeof(IReadOnlyList<string>)),
                ]
            ) { }

        public override ReadOnlySpan<byte> BatchHeader =>
            "batch=thirdPartyId,tier,points,lifetimeValue,city,lastPurchase,optIn,segments\n"u8;

        public override void Write(ref ProfileWriter writer, in Member profile)
        {
            writer.WriteKey(profile.MemberId);
            WriteTier(ref writer, "tier"u8, profile.Tier);
            writer.Write("points"u8, profile.Points);
            writer.WriteFormatted("lifetimeValue"u8, profile.LifetimeValue, "F2");
            writer.Write("city"u8, profile.City);
            writer.Write("lastPurchase"u8, profile.LastPurchase);
            writer.Write("optIn"u8, profile.OptIn);
            writer.Write("segments"u8, profile.Segments, "%7C"u8);
        }

        private static void WriteTier(ref ProfileWriter writer, ReadOnlySpan<byte> name, Tier? value)
        {
            switch (value)
            {
                case null:
                    writer.WriteNothing(name);
                    break;
                case Tier.Bronze:
                    writer.WriteLiteral(name, "bronze"u8);
                    break;
                case Tier.Silver:
                    writer.WriteLiteral(name, "silver"u8);
                    break;
                case Tier.Gold:
                    writer.WriteLiteral(name, "gold"u8);
                    break;
                case Tier.Platinum:
                    writer.WriteLiteral(name, "platinum"u8);
                    break;
                default:
                    writer.Reject(name, RejectionReason.UndefinedEnumValue);
                    break;
            }
        }
    }
}
