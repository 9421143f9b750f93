using ProfileSchema.Benchmarks.Peers;
using ProfileSchema.Benchmarks.Rows;

namespace ProfileSchema.Benchmarks.Ratios;

/// <summary>The bodies of single updates.</summary>
internal static class SingleCase
{
    private const int BytesPerBody = 1024;

    public static RatioCase Body(int count)
    {
        Visitor[] visitors = Visitor.Make(count);
        var output = new FixedBuffer(count * BytesPerBody);
        return new RatioCase(
            "single update of 12 parameters",
            "update",
            count,
            new FormPeer(visitors, output),
            [new(new FormUrlEncodedPeer(visitors, output), AtLeast: 6, SameBytes: true)]
        );
    }
}
