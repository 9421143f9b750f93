namespace ProfileSchema.Emulator;

/// <summary>An account of the emulated service: its profiles, its batches and its budgets.</summary>
public sealed class TargetAccount
{
    private readonly Lock _gate = new();
    private readonly TimeProvider _time;
    private readonly ProfileStore _profiles;
    private readonly ProfileSearch _search;
    private readonly BatchQueue _batches;
    private volatile string? _requiredToken;

    internal TargetAccount(string clientCode, TargetEmulatorOptions options, ViolationLog violations)
    {
        ClientCode = clientCode;
        _time = options.TimeProvider;
        _requiredToken = options.AccountTokens.GetValueOrDefault(clientCode) ?? options.RequiredToken;
        _profiles = new ProfileStore(options.Seed);
        _search = new ProfileSearch(_profiles, _gate);
        _batches = new BatchQueue(clientCode, options, new BatchProcessor(_profiles, options), violations);
        BulkCalls = new RollingBudget(options.BulkCallsPerMinute, ServiceLimits.BulkWindow, _time);
        Sessions = new SessionDirectory(_time);
        SingleUpdates = new RollingBudget(options.SingleUpdatesPerDay, ServiceLimits.SingleWindow, _time);
    }

    /// <summary>The client code, case-sensitive.</summary>
    public string ClientCode { get; }

    /// <summary>The profile token that calls must carry, or null if none (AUTH-1). Setting it ends the former one.</summary>
    public string? RequiredToken
    {
        get => _requiredToken;
        set => _requiredToken = value;
    }

    /// <summary>How many profiles there are.</summary>
    public int ProfileCount => Look(() => _profiles.All.Count);

    /// <summary>All profiles, in the order of their making, as they are now.</summary>
    public IReadOnlyList<StoredProfile> Profiles =>
        Look(() => _profiles.All.Select(profile => profile.Snapshot()).ToArray());

    /// <summary>
    /// The batches that were accepted and are remembered, in the order of their receipt, also those whose status is no longer
    /// kept.
    /// </summary>
    public IReadOnlyList<ReceivedBatch> Batches =>
        Look(() => _batches.Kept.Select(batch => batch.Snapshot()).ToArray());

    /// <summary>How many batches were accepted, those included that are no longer remembered.</summary>
    public int BatchCount => Look(() => _batches.Count);

    internal RollingBudget BulkCalls { get; }

    internal RollingBudget SingleUpdates { get; }

    internal SessionDirectory Sessions { get; }

    /// <summary>The profile with this id as it is now, or null.</summary>
    public StoredProfile? FindProfile(TargetId id) => Look(() => _profiles.Find(id)?.Snapshot());

    /// <summary>Makes a profile, as a visit would: single updates and v1 batches find it.</summary>
    /// <param name="thirdPartyId">The customer's id, or null.</param>
    /// <param name="pcId">Target's own id; null: one is generated.</param>
    /// <param name="experienceCloudId">The Experience Cloud id, or null.</param>
    /// <param name="attributes">Attributes by name, without the prefix <c>profile.</c>, or null.</param>
    /// <exception cref="InvalidOperationException">A profile with one of these ids exists.</exception>
    public StoredProfile AddProfile(
        string? thirdPartyId = null,
        string? pcId = null,
        string? experienceCloudId = null,
        IEnumerable<KeyValuePair<string, string>>? attributes = null
    ) =>
        Look(() =>
        {
            DateTimeOffset now = _time.GetUtcNow();
            ProfileRecord profile = _profiles.Create(pcId, thirdPartyId, experienceCloudId, now);
            profile.Merge([.. attributes ?? []], now, call: 0);
            return profile.Snapshot();
        });

    /// <summary>
    /// Records that the visitor of a profile came by, which settles what the last v2 batch set, so that the next batch adds to
    /// it instead of overriding it (BATCH-7).
    /// </summary>
    /// <returns>False if no profile has this id.</returns>
    public bool RecordVisit(TargetId id) =>
        Look(() =>
        {
            ProfileRecord? profile = _profiles.Find(id);
            profile?.Visit();
            return profile is not null;
        });

    /// <summary>
    /// The number of changes that the profiles have seen. Read it before <see cref="SaveProfiles"/>, and save what changed
    /// after it the next time.
    /// </summary>
    public long Revision => Look(() => _profiles.Revisions.Last);

    /// <summary>
    /// The profiles that changed after a revision, to be written where they outlive the emulator. They are looked at piece by
    /// piece while one enumerates; calls go on meanwhile.
    /// </summary>
    /// <param name="changedAfter">A former <see cref="Revision"/>; 0 for all profiles.</param>
    public IEnumerable<SavedProfile> SaveProfiles(long changedAfter = 0)
    {
        ApplyDueBatches();
        return _search.Save(changedAfter);
    }

    /// <summary>Makes profiles as they were saved. Their attributes count as set by no call.</summary>
    /// <exception cref="InvalidOperationException">
    /// A profile with one of the ids exists; those before it were restored.
    /// </exception>
    public void RestoreProfiles(IEnumerable<SavedProfile> profiles)
    {
        ArgumentNullException.ThrowIfNull(profiles);
        foreach (SavedProfile saved in profiles)
        {
            Look(() =>
            {
                ProfileRecord profile = _profiles.Create(
                    saved.PcId,
                    saved.ThirdPartyId,
                    saved.ExperienceCloudId,
                    saved.ModifiedAt
                );
                profile.Restore(saved);
                return profile;
            });
        }
    }

    /// <summary>The client code.</summary>
    public override string ToString() => ClientCode;

    /// <summary>Finds profiles for somebody who looks through them.</summary>
    internal FoundProfiles Search(ProfileQuery query, int skip, int take)
    {
        ApplyDueBatches();
        return _search.Find(query, skip, take);
    }

    /// <summary>The batches that are remembered, the latest first, in part.</summary>
    internal IReadOnlyList<ReceivedBatch> LatestBatches(int skip, int take) =>
        Look(() => _batches.Kept.Reverse().Skip(skip).Take(take).Select(batch => batch.Snapshot()).ToArray());

    internal ReceivedBatch? FindBatch(string batchId) =>
        Look(() => _batches.Kept.FirstOrDefault(batch => batch.Id == batchId)?.Snapshot());

    internal AccountCounts Count() =>
        Look(() =>
            new AccountCounts(
                _profiles.All.Count,
                _batches.Count,
                _batches.Kept.Count,
                _batches.WaitingCount,
                _batches.StatusCount,
                Stamp: _profiles.Revisions.Last + _batches.Count + _batches.AppliedCount
            )
        );

    internal void ApplyDueBatches() => Look(() => true);

    internal void Update(TargetId id, IReadOnlyList<KeyValuePair<string, string>> values, long call) =>
        Look(() =>
        {
            // SINGLE-4: an unknown profile is not created, and nobody learns of it.
            _profiles.Find(id)?.Merge(values, _time.GetUtcNow(), call);
            return true;
        });

    internal Batch Accept(BatchFile file, int version, ReceivedCall call, BatchFate fate)
    {
        lock (_gate)
        {
            Batch batch = _batches.Add(file, version, call, fate);
            _batches.ApplyDue();
            return batch;
        }
    }

    /// <summary>Applies what a call in a session says: at once, as part of a visit (DELIVERY-4).</summary>
    /// <returns>The profile after it.</returns>
    internal StoredProfile Update(
        string? pcId,
        string? thirdPartyId,
        IReadOnlyList<KeyValuePair<string, string>> values,
        long call
    ) =>
        Look(() =>
        {
            DateTimeOffset now = _time.GetUtcNow();
            ProfileRecord profile = _profiles.Meet(pcId, thirdPartyId, now);
            profile.Visit();
            if (values.Count > 0)
            {
                profile.Merge(values, now, call);
            }

            return profile.Snapshot();
        });

    internal IReadOnlyCollection<string> ListAttributeNames() =>
        Look(() =>
            new SortedSet<string>(_profiles.All.SelectMany(profile => profile.AttributeNames), StringComparer.Ordinal)
        );

    internal ReceivedBatch? FindStatus(string batchId) =>
        Look(() => _batches.FindStatus(batchId)?.Snapshot(withRowStatuses: true));

    /// <summary>Whoever looks sees the batches that are due by now as applied: no timer, the same outcome every time.</summary>
    private T Look<T>(Func<T> look)
    {
        lock (_gate)
        {
            _batches.ApplyDue();
            return look();
        }
    }
}
