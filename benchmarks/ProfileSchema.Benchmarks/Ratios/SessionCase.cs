using ProfileSchema.Benchmarks.Peers;
using ProfileSchema.Benchmarks.Rows;

namespace ProfileSchema.Benchmarks.Ratios;

/// <summary>The parameters of session updates, as JSON.</summary>
internal static class SessionCase
{
    private const int BytesPerBody = 1024;

    public static RatioCase Body(int count)
    {
        Visitor[] visitors = Visitor.Make(count);
        var output = new FixedBuffer(count * BytesPerBody);
        return new RatioCase(
            "session update of 12 parameters",
            "update",
            count,
            new SessionPeer(visitors, output),
            [
                new(new DictionaryPeer(visitors, output), AtLeast: 2, SameBytes: true),
                new(new ReadyDictionaryPeer(visitors, output), SameBytes: true),
            ]
        );
    }
}
