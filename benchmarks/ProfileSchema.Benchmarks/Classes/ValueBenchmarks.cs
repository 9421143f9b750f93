using BenchmarkDotNet.Attributes;
using ProfileSchema.Benchmarks.Rows;

namespace ProfileSchema.Benchmarks.Classes;

/// <summary>One value, by script and length.</summary>
[MemoryDiagnoser]
public class ValueBenchmarks
{
    private static readonly OneValueContract Contract = new();
    private readonly FixedBuffer _output = new(64 * 1024);
    private string _value = "";

    [Params("unreserved", "English", "Swedish", "Arabic", "Japanese", "emoji")]
    public string Script { get; set; } = "";

    [Params(8, 32, 256)]
    public int Length { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        string pattern = Script switch
        {
            "unreserved" => "Stockholm-2026_",
            "English" => "a plain sentence, as people write it. ",
            "Swedish" => "På Västgötaslätten är våren kort. ",
            "Arabic" => "مرحبا بالعالم ",
            "Japanese" => "東京都千代田区スポーツ",
            "emoji" => "👋🏽🎉",
            _ => throw new InvalidOperationException(Script),
        };
        string text = string.Concat(Enumerable.Repeat(pattern, (Length / pattern.Length) + 1))[..Length];
        _value = char.IsHighSurrogate(text[^1]) ? text[..^1] + "x" : text;
    }

    [Benchmark(Baseline = true)]
    public bool ProfileSchema()
    {
        _output.Reset();
        return ProfileSerializer.WriteParameters(_output, _value, Contract);
    }

    [Benchmark]
    public string EscapeDataString() => Uri.EscapeDataString(_value);

    private sealed class OneValueContract()
        : ProfileContract<string>("Value", ProfileKeyKind.ThirdPartyId, [new ProfileParameter("v", typeof(string))])
    {
        public override void Write(ref ProfileWriter writer, in string profile)
        {
            writer.WriteKey("key");
            writer.Write("v"u8, profile);
        }
    }
}
