using ProfileSchema.Emulator.Accounts;
using ProfileSchema.Emulator.Batches;
using ProfileSchema.Emulator.Calls;
using ProfileSchema.Emulator.Faults;
using ProfileSchema.Emulator.Profiles;

namespace ProfileSchema.Emulator;

/// <summary>Represents an account of the emulator, with its profiles, batches and quotas.</summary>
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
        BulkCalls = new RollingLimit(options.BulkCallsPerMinute, ServiceLimits.BulkWindow, _time);
        Sessions = new SessionDirectory(_time);
        SingleUpdates = new RollingLimit(options.SingleUpdatesPerDay, ServiceLimits.SingleWindow, _time);
    }

    /// <summary>Gets the client code, which is case-sensitive.</summary>
    public string ClientCode { get; }

    /// <summary>Gets or sets the profile token that calls must carry, or null to require none (AUTH-1). A new token invalidates the old one.</summary>
    public string? RequiredToken
    {
        get => _requiredToken;
        set => _requiredToken = value;
    }

    /// <summary>Gets the number of profiles.</summary>
    public int ProfileCount => Locked(() => _profiles.All.Count);

    /// <summary>Gets snapshots of all profiles, in the order in which they were created.</summary>
    public IReadOnlyList<StoredProfile> Profiles =>
        Locked(() => _profiles.All.Select(profile => profile.Snapshot()).ToArray());

    /// <summary>
    /// Gets the accepted batches that are kept, in the order in which they arrived, including those whose status is no longer
    /// available.
    /// </summary>
    public IReadOnlyList<ReceivedBatch> Batches =>
        Locked(() => _batches.Kept.Select(batch => batch.Snapshot()).ToArray());

    /// <summary>Gets the number of accepted batches, including those that are no longer kept.</summary>
    public int BatchCount => Locked(() => _batches.Count);

    internal RollingLimit BulkCalls { get; }

    internal RollingLimit SingleUpdates { get; }

    internal SessionDirectory Sessions { get; }

    /// <summary>Returns a snapshot of the profile with an ID, or null.</summary>
    public StoredProfile? FindProfile(TargetId id) => Locked(() => _profiles.Find(id)?.Snapshot());

    /// <summary>Creates a profile, as a visit does, so that single updates and v1 batches can update it.</summary>
    /// <param name="thirdPartyId">The third-party ID, or null.</param>
    /// <param name="pcId">Target's own ID, or null to generate one.</param>
    /// <param name="experienceCloudId">The Experience Cloud ID, or null.</param>
    /// <param name="attributes">The attributes by name, without the prefix <c>profile.</c>, or null.</param>
    /// <exception cref="InvalidOperationException">A profile with one of these IDs exists.</exception>
    public StoredProfile AddProfile(
        string? thirdPartyId = null,
        string? pcId = null,
        string? experienceCloudId = null,
        IEnumerable<KeyValuePair<string, string>>? attributes = null
    ) =>
        Locked(() =>
        {
            DateTimeOffset now = _time.GetUtcNow();
            ProfileRecord profile = _profiles.Create(pcId, thirdPartyId, experienceCloudId, now);
            profile.Merge([.. attributes ?? []], now, call: 0);
            return profile.Snapshot();
        });

    /// <summary>
    /// Records a visit of the visitor. It settles the attributes that the last v2 batch set, so that the next batch adds to them instead of
    /// overriding them (BATCH-7).
    /// </summary>
    /// <returns><see langword="false"/> if no profile has this ID.</returns>
    public bool RecordVisit(TargetId id) =>
        Locked(() =>
        {
            ProfileRecord? profile = _profiles.Find(id);
            profile?.Visit();
            return profile is not null;
        });

    /// <summary>
    /// Gets the number of changes to the profiles. Read it before <see cref="SaveProfiles"/>, and pass it the next time to save only later
    /// changes.
    /// </summary>
    public long Revision => Locked(() => _profiles.Revisions.Last);

    /// <summary>
    /// Returns the profiles that changed after a revision, to be stored. They are read in portions during the enumeration, while calls are
    /// still processed.
    /// </summary>
    /// <param name="changedAfter">An earlier <see cref="Revision"/>, or 0 for all profiles.</param>
    public IEnumerable<SavedProfile> SaveProfiles(long changedAfter = 0)
    {
        ApplyDueBatches();
        return _search.Save(changedAfter);
    }

    /// <summary>Creates profiles that were saved. The call number of their attributes is 0.</summary>
    /// <exception cref="InvalidOperationException">
    /// A profile with one of the IDs exists. The profiles before it were restored.
    /// </exception>
    public void RestoreProfiles(IEnumerable<SavedProfile> profiles)
    {
        ArgumentNullException.ThrowIfNull(profiles);
        foreach (SavedProfile saved in profiles)
        {
            Locked(() =>
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

    /// <summary>Returns the client code.</summary>
    public override string ToString() => ClientCode;

    /// <summary>Returns the profiles that match a search of the web UI.</summary>
    internal FoundProfiles Search(ProfileQuery query, int skip, int take)
    {
        ApplyDueBatches();
        return _search.Find(query, skip, take);
    }

    /// <summary>Returns some of the batches that are kept, the latest first.</summary>
    internal IReadOnlyList<ReceivedBatch> LatestBatches(int skip, int take) =>
        Locked(() => _batches.Kept.Reverse().Skip(skip).Take(take).Select(batch => batch.Snapshot()).ToArray());

    internal ReceivedBatch? FindBatch(string batchId) =>
        Locked(() => _batches.Kept.FirstOrDefault(batch => batch.Id == batchId)?.Snapshot());

    internal AccountCounts Count() =>
        Locked(() =>
            new AccountCounts
            {
                Profiles = _profiles.All.Count,
                Batches = _batches.Count,
                KeptBatches = _batches.Kept.Count,
                WaitingBatches = _batches.WaitingCount,
                Statuses = _batches.StatusCount,
                Stamp = _profiles.Revisions.Last + _batches.Count + _batches.AppliedCount,
            }
        );

    internal void ApplyDueBatches() => Locked(() => true);

    internal void Update(TargetId id, IReadOnlyList<KeyValuePair<string, string>> values, long call) =>
        Locked(() =>
        {
            // SINGLE-4: an unknown profile is not created, and the reply does not reveal it.
            _profiles.Find(id)?.Merge(values, _time.GetUtcNow(), call);
            return true;
        });

    internal Batch Accept(BatchContent file, int version, ReceivedCall call, BatchFaultSettings settings)
    {
        lock (_gate)
        {
            Batch batch = _batches.Add(file, version, call, settings);
            _batches.ApplyDue();
            return batch;
        }
    }

    /// <summary>Applies a session update immediately, as part of a visit (DELIVERY-4).</summary>
    /// <returns>The updated profile.</returns>
    internal StoredProfile Update(
        string? pcId,
        string? thirdPartyId,
        IReadOnlyList<KeyValuePair<string, string>> values,
        long call
    ) =>
        Locked(() =>
        {
            DateTimeOffset now = _time.GetUtcNow();
            ProfileRecord profile = _profiles.ResolveVisitor(pcId, thirdPartyId, now);
            profile.Visit();
            if (values.Count > 0)
            {
                profile.Merge(values, now, call);
            }

            return profile.Snapshot();
        });

    internal IReadOnlyCollection<string> ListAttributeNames() =>
        Locked(() =>
            new SortedSet<string>(_profiles.All.SelectMany(profile => profile.AttributeNames), StringComparer.Ordinal)
        );

    internal ReceivedBatch? FindStatus(string batchId) =>
        Locked(() => _batches.FindStatus(batchId)?.Snapshot(withRowStatuses: true));

    /// <summary>Applies due batches, then runs a function under the lock. There is no timer, so the outcome is the same every time.</summary>
    private T Locked<T>(Func<T> function)
    {
        lock (_gate)
        {
            _batches.ApplyDue();
            return function();
        }
    }
}
