using ProfileSchema.Benchmarks.Rows;

namespace ProfileSchema.Benchmarks.Peers;

/// <summary>Reads every member and every character of the rows and writes nothing: what waiting for memory costs.</summary>
internal sealed class TouchPeer(Member[] rows) : IPeer
{
    private readonly byte[] _sum = new byte[sizeof(long)];

    public string Name => "only reading every member and character";

    public ReadOnlySpan<byte> Write()
    {
        long sum = 0;
        Span<int> bits = stackalloc int[4];
        foreach (Member row in rows)
        {
            sum += Sum(row.MemberId) + Sum(row.City) + (int)row.Tier + row.Points + (row.OptIn ? 1 : 0);
            decimal.GetBits(row.LifetimeValue, bits);
            sum += bits[0] + row.LastPurchase.GetValueOrDefault().Ticks;
            var segments = (string[])row.Segments;
            foreach (string segment in segments)
            {
                sum += Sum(segment);
            }
        }

        BitConverter.TryWriteBytes(_sum, sum);
        return _sum;
    }

    private static int Sum(string? text)
    {
        int sum = 0;
        foreach (char c in text.AsSpan())
        {
            sum += c;
        }

        return sum;
    }
}
