using BenchmarkDotNet.Attributes;
using ProfileSchema.Benchmarks.Rows;

namespace ProfileSchema.Benchmarks.Classes;

/// <summary>One row, in the memory that is nearest.</summary>
[MemoryDiagnoser]
public class RowBenchmarks
{
    private readonly FixedBuffer _output = new(64 * 1024);
    private Member[] _row = [];

    [Params(false, true)]
    public bool Japanese { get; set; }

    [GlobalSetup]
    public void Setup() => _row = Japanese ? MemberRows.MakeJapanese(1) : MemberRows.Make(1);

    [Benchmark(Baseline = true)]
    public int Batch()
    {
        _output.Reset();
        return ProfileSerializer.WriteBatch(_output, _row);
    }

    [Benchmark]
    public bool Form()
    {
        _output.Reset();
        return ProfileSerializer.WriteParameters(_output, _row[0]);
    }
}
