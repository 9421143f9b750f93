using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ProfileSchema.Emulator.Profiles;

/// <summary>The profiles of one account by each of their ids. Guarded by the lock of the account.</summary>
internal sealed class ProfileStore(int seed)
{
    private readonly Dictionary<TargetId, ProfileRecord> _byId = [];
    private readonly List<ProfileRecord> _all = [];
    private readonly PcIdSequence _pcIds = new(seed);

    public IReadOnlyList<ProfileRecord> All => _all;

    public Revisions Revisions { get; } = new();

    public ProfileRecord? Find(TargetId id) => _byId.GetValueOrDefault(id);

    public ProfileRecord Create(string? pcId, string? thirdPartyId, string? experienceCloudId, DateTimeOffset at)
    {
        var profile = new ProfileRecord(pcId ?? NewPcId(), at, Revisions)
        {
            ThirdPartyId = thirdPartyId,
            ExperienceCloudId = experienceCloudId,
        };
        TargetId[] ids =
        [
            TargetId.PcId(profile.PcId),
            .. thirdPartyId is null ? (TargetId[])[] : [TargetId.ThirdPartyId(thirdPartyId)],
            .. experienceCloudId is null ? (TargetId[])[] : [TargetId.ExperienceCloudId(experienceCloudId)],
        ];
        if (Array.Exists(ids, _byId.ContainsKey))
        {
            throw new InvalidOperationException("A profile with one of these IDs exists.");
        }

        foreach (TargetId id in ids)
        {
            _byId.Add(id, profile);
        }

        _all.Add(profile);
        return profile;
    }

    public ProfileRecord FindOrCreate(TargetId id, DateTimeOffset at) =>
        Find(id)
        ?? (
            id.Kind == TargetIdKind.PcId
                ? Create(id.Value, thirdPartyId: null, experienceCloudId: null, at)
                : Create(pcId: null, id.Value, experienceCloudId: null, at)
        );

    /// <summary>
    /// Returns the profile of a visitor. The third-party ID takes precedence over the pcId, whose profile gets the third-party ID if it
    /// has none. An unknown visitor gets a new profile.
    /// </summary>
    public ProfileRecord ResolveVisitor(string? pcId, string? thirdPartyId, DateTimeOffset at)
    {
        ProfileRecord? known = thirdPartyId is null ? null : Find(TargetId.ThirdPartyId(thirdPartyId));
        ProfileRecord? visitor = pcId is null ? null : Find(TargetId.PcId(pcId));
        if (known is null && visitor is not null && (thirdPartyId is null || visitor.ThirdPartyId is null))
        {
            if (thirdPartyId is not null)
            {
                visitor.ThirdPartyId = thirdPartyId;
                _byId.Add(TargetId.ThirdPartyId(thirdPartyId), visitor);
            }

            return visitor;
        }

        return known ?? Create(visitor is null ? pcId : null, thirdPartyId, experienceCloudId: null, at);
    }

    private string NewPcId()
    {
        string pcId;
        do
        {
            pcId = _pcIds.Next();
        } while (_byId.ContainsKey(TargetId.PcId(pcId)));

        return pcId;
    }
}

/// <summary>Makes ids of the form that Target gives to visitors, the same ones for the same seed.</summary>
internal sealed class PcIdSequence(int seed)
{
    private const ulong VisitorRange = 1_000_000_000_000_000;
    private const ulong SessionRange = 1_000_000;

    private int _last;

    public string Next()
    {
        _last++;
        string step = string.Create(CultureInfo.InvariantCulture, $"{seed}:{_last}");
        ReadOnlySpan<byte> hash = SHA256.HashData(Encoding.ASCII.GetBytes(step));
        ulong visitor = BinaryPrimitives.ReadUInt64LittleEndian(hash) % VisitorRange;
        ulong session = BinaryPrimitives.ReadUInt64LittleEndian(hash[sizeof(ulong)..]) % SessionRange;
        return string.Create(CultureInfo.InvariantCulture, $"{visitor:D15}-{session:D6}.28_0");
    }
}
