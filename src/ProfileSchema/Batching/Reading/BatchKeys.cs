namespace ProfileSchema;

/// <summary>Detects duplicate keys in batch files (BATCH-7). Pass one instance to the readers of files that are sent one after the other.</summary>
/// <remarks>The keys are stored as keyed 16-byte hashes, which take about 40 bytes of memory each.</remarks>
public sealed class BatchKeys
{
    private readonly Poly1305 _hash = new(Poly1305.NewKey());
    private readonly HashSet<UInt128> _keys = [];

    /// <summary>Gets the number of distinct keys.</summary>
    public long Count => _keys.Count;

    /// <summary>Adds a key.</summary>
    /// <param name="key">The bytes of the key. Add all keys decoded, as a reader does, or all encoded: the two forms are not compared.</param>
    /// <returns><see langword="false"/> if the key was added before.</returns>
    public bool TryAdd(ReadOnlySpan<byte> key) => _keys.Add(_hash.Hash(key));
}
