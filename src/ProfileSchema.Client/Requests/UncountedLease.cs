using System.Diagnostics.CodeAnalysis;
using System.Threading.RateLimiting;

namespace ProfileSchema.Client;

/// <summary>The permit of a call that no budget counts.</summary>
internal sealed class UncountedLease : RateLimitLease
{
    public static UncountedLease Instance { get; } = new();

    public override bool IsAcquired => true;

    public override IEnumerable<string> MetadataNames => [];

    public override bool TryGetMetadata(string metadataName, [NotNullWhen(true)] out object? metadata)
    {
        metadata = null;
        return false;
    }
}
