using ProfileSchema.Benchmarks.Rows;

namespace ProfileSchema.Benchmarks.Peers;

/// <summary>Ours, with every check on.</summary>
internal sealed class ProfileSchemaPeer(Member[] rows, FixedBuffer output) : IPeer
{
    public string Name => "ProfileSchema";

    public ReadOnlySpan<byte> Write()
    {
        output.Reset();
        ProfileSerializer.WriteBatch(output, rows);
        return output.Written;
    }
}
