namespace ProfileSchema.Emulator.Profiles;

/// <summary>
/// A profile in the store: what visits and single updates settled, and above it what the last v2 batch set since the last
/// visit. Guarded by the lock of its account.
/// </summary>
internal sealed class ProfileRecord(string pcId, DateTimeOffset createdAt, Revisions revisions)
{
    private readonly Dictionary<string, StoredValue> _settled = new(StringComparer.Ordinal);
    private Dictionary<string, StoredValue>? _unvisited;
    private long _unvisitedCall;
    private DateTimeOffset _modifiedAt = createdAt;

    public string PcId { get; } = pcId;

    public string? ThirdPartyId { get; set; }

    public string? ExperienceCloudId { get; init; }

    /// <summary>The change of the account that was the last one of this profile.</summary>
    public long Revision { get; private set; } = revisions.Next();

    public void Merge(IReadOnlyList<KeyValuePair<string, string>> values, DateTimeOffset at, long call)
    {
        foreach ((string name, string value) in values)
        {
            _settled[name] = new StoredValue(value, at, call);
            _unvisited?.Remove(name);
        }

        Change(at);
    }

    public void Override(IReadOnlyList<KeyValuePair<string, string>> values, DateTimeOffset at, long call)
    {
        // BATCH-7: without a visit in between, the layer of an earlier batch goes; rows of one batch share their layer.
        if (_unvisited is null || _unvisitedCall != call)
        {
            _unvisited = new Dictionary<string, StoredValue>(values.Count, StringComparer.Ordinal);
            _unvisitedCall = call;
        }

        foreach ((string name, string value) in values)
        {
            _unvisited[name] = new StoredValue(value, at, call);
        }

        Change(at);
    }

    public void Visit()
    {
        if (_unvisited is null)
        {
            return;
        }

        foreach ((string name, StoredValue attribute) in _unvisited)
        {
            _settled[name] = attribute;
        }

        _unvisited = null;
        Revision = revisions.Next();
    }

    public IEnumerable<string> AttributeNames =>
        _unvisited is null ? _settled.Keys : _settled.Keys.Concat(_unvisited.Keys);

    public StoredProfile Snapshot()
    {
        var attributes = new Dictionary<string, StoredValue>(_settled, StringComparer.Ordinal);
        foreach ((string name, StoredValue attribute) in _unvisited ?? [])
        {
            attributes[name] = attribute;
        }

        return new StoredProfile(PcId, ThirdPartyId, ExperienceCloudId, _modifiedAt, attributes);
    }

    public bool HasAttribute(Func<string, string, bool> condition)
    {
        foreach ((string name, StoredValue attribute) in _unvisited ?? [])
        {
            if (condition(name, attribute.Value))
            {
                return true;
            }
        }

        foreach ((string name, StoredValue attribute) in _settled)
        {
            if (_unvisited?.ContainsKey(name) != true && condition(name, attribute.Value))
            {
                return true;
            }
        }

        return false;
    }

    public SavedProfile Save()
    {
        var attributes = new List<SavedValue>(_settled.Count + (_unvisited?.Count ?? 0));
        foreach ((string name, StoredValue attribute) in _settled)
        {
            attributes.Add(new SavedValue(name, attribute.Value, attribute.ModifiedAt, IsSettled: true));
        }

        foreach ((string name, StoredValue attribute) in _unvisited ?? [])
        {
            attributes.Add(new SavedValue(name, attribute.Value, attribute.ModifiedAt, IsSettled: false));
        }

        return new SavedProfile(PcId, ThirdPartyId, ExperienceCloudId, _modifiedAt, attributes);
    }

    /// <summary>Takes over what was saved. No call of this emulator set it.</summary>
    public void Restore(SavedProfile saved)
    {
        foreach (SavedValue attribute in saved.Attributes)
        {
            Dictionary<string, StoredValue> layer = attribute.IsSettled
                ? _settled
                : _unvisited ??= new Dictionary<string, StoredValue>(StringComparer.Ordinal);
            layer[attribute.Name] = new StoredValue(attribute.Value, attribute.ModifiedAt, CallNumber: 0);
        }

        Change(saved.ModifiedAt);
    }

    private void Change(DateTimeOffset at)
    {
        _modifiedAt = at;
        Revision = revisions.Next();
    }
}

/// <summary>Numbers the changes of an account's profiles, 1 for the first. Guarded by the lock of the account.</summary>
internal sealed class Revisions
{
    public long Last { get; private set; }

    public long Next() => ++Last;
}
