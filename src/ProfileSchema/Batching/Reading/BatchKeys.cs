namespace ProfileSchema;

/// <summary>
/// Remembers the keys of batch files as keyed hashes of 16 bytes, about 40 bytes of memory a key, and finds those that come
/// again (BATCH-7). Give one to the readers of several files that are sent one after the other.
/// </summary>
public sealed class BatchKeys
{
    private readonly Poly1305 _hash = new(Poly1305.NewKey());
    private readonly HashSet<UInt128> _keys = [];

    /// <summary>Keys that came so far, each counted once.</summary>
    public long Count => _keys.Count;

    /// <summary>Adds a key.</summary>
    /// <param name="key">Its bytes; they mean the same key only in one form, so all decoded, as a reader adds them, or all encoded.</param>
    /// <returns>False if it came before.</returns>
    public bool TryAdd(ReadOnlySpan<byte> key) => _keys.Add(_hash.Hash(key));
}
