namespace ProfileSchema;

/// <summary>
/// Remembers the keys of batch files as keyed hashes of 16 bytes, about 40 bytes of memory a key, and finds those that come
/// again (BATCH-7). Give one to the readers of several files that are sent one after the other.
/// </summary>
public sealed class BatchKeys
{
    private readonly SipHash _hash = new(SipHash.NewKey());
    private readonly HashSet<UInt128> _keys = [];

    /// <summary>Keys that came so far, each counted once.</summary>
    public long Count => _keys.Count;

    /// <summary>Enters a key as decoded UTF-8; false if it came before.</summary>
    internal bool TryEnter(ReadOnlySpan<byte> utf8) => _keys.Add(_hash.Hash(utf8));
}
