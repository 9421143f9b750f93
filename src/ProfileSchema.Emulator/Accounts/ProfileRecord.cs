namespace ProfileSchema.Emulator;

/// <summary>
/// A profile in the store: what visits and single updates settled, and above it what the last v2 batch set since the last
/// visit. Guarded by the lock of its account.
/// </summary>
internal sealed class ProfileRecord(string pcId, DateTimeOffset createdAt)
{
    private readonly Dictionary<string, StoredValue> _settled = new(StringComparer.Ordinal);
    private Dictionary<string, StoredValue>? _unvisited;
    private long _unvisitedCall;
    private DateTimeOffset _modifiedAt = createdAt;

    public string PcId { get; } = pcId;

    public string? ThirdPartyId { get; set; }

    public string? ExperienceCloudId { get; init; }

    public void Merge(IReadOnlyList<KeyValuePair<string, string>> values, DateTimeOffset at, long call)
    {
        foreach ((string name, string value) in values)
        {
            _settled[name] = new StoredValue(value, at, call);
            _unvisited?.Remove(name);
        }

        _modifiedAt = at;
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

        _modifiedAt = at;
    }

    public void Visit()
    {
        foreach ((string name, StoredValue attribute) in _unvisited ?? [])
        {
            _settled[name] = attribute;
        }

        _unvisited = null;
    }

    public IEnumerable<string> AttributeNames => _unvisited is null ? _settled.Keys : _settled.Keys.Concat(_unvisited.Keys);

    public StoredProfile Snapshot()
    {
        var attributes = new Dictionary<string, StoredValue>(_settled, StringComparer.Ordinal);
        foreach ((string name, StoredValue attribute) in _unvisited ?? [])
        {
            attributes[name] = attribute;
        }

        return new StoredProfile(PcId, ThirdPartyId, ExperienceCloudId, _modifiedAt, attributes);
    }
}
