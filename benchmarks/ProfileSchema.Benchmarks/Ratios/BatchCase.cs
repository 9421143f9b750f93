using ProfileSchema.Benchmarks.Peers;
using ProfileSchema.Benchmarks.Rows;

namespace ProfileSchema.Benchmarks.Ratios;

/// <summary>The reference rows in one batch.</summary>
internal static class BatchCase
{
    private const int BytesPerRow = 512;

    public static RatioCase Reference(int count)
    {
        Member[] rows = MemberRows.Make(count);
        var output = new FixedBuffer(count * BytesPerRow);
        var ours = new ProfileSchemaPeer(rows, output);
        return new RatioCase(
            "batch of reference rows",
            "row",
            count,
            ours,
            [
                new(new CopyPeer(ours.Write().ToArray(), output), SameBytes: true),
                new(new TouchPeer(rows)),
                new(new MemoryPackPeer(rows, output), AtLeast: 1 / 1.3),
                new(new JsonPeer(rows, output), AtLeast: 2.6),
                new(new StreamWriterPeer(rows, output), AtLeast: 3.5, SameBytes: true),
                new(new StringBuilderPeer(rows, output), SameBytes: true),
                new(new CsvHelperPeer(rows, output), AtLeast: 6.5, SameBytes: true),
            ]
        );
    }

    public static RatioCase Japanese(int count)
    {
        Member[] rows = MemberRows.MakeJapanese(count);
        var output = new FixedBuffer(count * BytesPerRow);
        var ours = new ProfileSchemaPeer(rows, output);
        return new RatioCase(
            "batch of Japanese rows",
            "row",
            count,
            ours,
            [
                new(new CopyPeer(ours.Write().ToArray(), output), SameBytes: true),
                new(new StreamWriterPeer(rows, output), AtLeast: 4, SameBytes: true),
            ]
        );
    }
}
