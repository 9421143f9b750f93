namespace ProfileSchema.Client.Tests;

/// <summary>A profile whose contract is derived by hand, so that these tests stand without the generator.</summary>
public sealed record Member(string? Id, string? City = null, string? Note = null) : IProfile<Member>
{
    static ProfileContract<Member> IProfile<Member>.Contract { get; } = new MemberContract(ProfileKeyKind.ThirdPartyId);

    public static ProfileContract<Member> ByPcId { get; } = new MemberContract(ProfileKeyKind.PcId);

    private sealed class MemberContract(ProfileKeyKind keyKind)
        : ProfileContract<Member>(
            nameof(Member),
            keyKind,
            [
                new ProfileParameter("city", typeof(string)),
                new ProfileParameter("note", typeof(string)) { MaxLength = 20_000 },
            ]
        )
    {
        public override void Write(ref ProfileWriter writer, in Member profile)
        {
            writer.WriteKey(profile.Id);
            writer.Write("city"u8, profile.City);
            writer.Write("note"u8, profile.Note, maxLength: 20_000);
        }
    }
}
