namespace ProfileSchema.Emulator.Profiles;

/// <summary>
/// Reads the profiles of an account in portions and releases the lock between them, so that calls continue during a search among
/// a million profiles.
/// </summary>
internal sealed class ProfileSearch(ProfileStore profiles, Lock gate)
{
    private const int PieceSize = 5_000;

    /// <summary>The profiles that changed last, the latest first; before all, the one whose id was looked for.</summary>
    /// <param name="query">What is looked for.</param>
    /// <param name="skip">How many are passed over.</param>
    /// <param name="take">How many are wanted after that.</param>
    public FoundProfiles Find(ProfileQuery query, int skip, int take)
    {
        int count = 0;
        var latest = new PriorityQueue<ProfileRecord, long>();
        for (int start = 0; Visit(start, Consider); start += PieceSize) { }

        var found = new StoredProfile[Math.Max(0, latest.Count - skip)];
        lock (gate)
        {
            for (int at = found.Length - 1; at >= 0; at--)
            {
                found[at] = latest.Dequeue().Snapshot();
            }
        }

        return new FoundProfiles(found, count);

        void Consider(ProfileRecord profile)
        {
            if (!query.Finds(profile))
            {
                return;
            }

            count++;
            latest.Enqueue(profile, query.IsIdOf(profile) ? long.MaxValue : profile.Revision);
            if (latest.Count > skip + take)
            {
                latest.Dequeue();
            }
        }
    }

    /// <summary>The profiles that changed after a revision, as they are when their piece is looked at.</summary>
    public IEnumerable<SavedProfile> Save(long changedAfter)
    {
        var piece = new List<SavedProfile>();
        for (int start = 0; Visit(start, Keep); start += PieceSize)
        {
            foreach (SavedProfile profile in piece)
            {
                yield return profile;
            }

            piece.Clear();
        }

        void Keep(ProfileRecord profile)
        {
            if (profile.Revision > changedAfter)
            {
                piece.Add(profile.Save());
            }
        }
    }

    /// <summary>Profiles are only ever added at the end, so a place stays the same while the lock is free.</summary>
    private bool Visit(int start, Action<ProfileRecord> visit)
    {
        lock (gate)
        {
            int end = Math.Min(start + PieceSize, profiles.All.Count);
            for (int at = start; at < end; at++)
            {
                visit(profiles.All[at]);
            }

            return start < end;
        }
    }
}

/// <summary>What a search found.</summary>
/// <param name="Profiles">The ones that were wanted.</param>
/// <param name="Count">How many there are in all.</param>
internal sealed record FoundProfiles(IReadOnlyList<StoredProfile> Profiles, int Count);
