using System.Buffers;

namespace ProfileSchema.Tests.Batching;

public sealed class BatchStringTests
{
    private static readonly TestContract<string?[]> ThreeColumns = new(
        (ref writer, in row) =>
        {
            writer.WriteKey(row[0]);
            writer.Write("a"u8, row[1]);
            writer.Write("b"u8, row[2]);
            writer.Write("c%20d"u8, row[3]);
        },
        ["a", "b", "c d"]
    );

    [Fact]
    [Trait("Clause", "BATCH-1")]
    [Trait("Clause", "BATCH-2")]
    [Trait("Clause", "BATCH-3")]
    public void A_batch_is_a_header_and_rows_of_cells()
    {
        string batch = ProfileSerializer.ToBatchString<string?[]>(
            [
                ["1", "x", "y", "z"],
                ["2", null, "a,b", ""],
                ["3", "", null, "last"],
            ],
            ThreeColumns
        );
        Assert.Equal("batch=thirdPartyId,a,b,c%20d\n1,x,y,z\n2,,a%2Cb\n3,,,last\n", batch);
    }

    [Fact]
    [Trait("Clause", "BATCH-6")]
    public void A_row_without_a_value_is_left_out()
    {
        string batch = ProfileSerializer.ToBatchString<string?[]>(
            [
                ["1", null, "", null],
                ["2", "x", null, null],
            ],
            ThreeColumns
        );
        Assert.Equal("batch=thirdPartyId,a,b,c%20d\n2,x\n", batch);
    }

    [Fact]
    [Trait("Clause", "NAME-1")]
    public void A_name_is_prefixed_in_a_form_and_bare_in_a_batch()
    {
        string form = ProfileSerializer.ToParameterString<string?[]>(["1", "x", null, "z"], ThreeColumns);
        Assert.Equal("mbox3rdPartyId=1&profile.a=x&profile.c%20d=z", form);
    }

    [Fact]
    public void A_profile_that_breaks_a_rule_throws_with_the_name_of_its_parameter()
    {
        var exception = Assert.Throws<ProfileValidationException>(() =>
            ProfileSerializer.ToBatchString<string?[]>(
                [
                    ["1", "x", "y", new string('z', 257)],
                ],
                ThreeColumns
            )
        );
        Assert.Equal("c d", exception.Parameter);
        Assert.Equal("Test", exception.Profile);
        Assert.StartsWith("Test, 'c d': the value has more characters", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_parameters_of_one_name_are_refused()
    {
        var exception = Assert.Throws<ArgumentException>(() =>
            new TestContract<string>((ref w, in v) => w.WriteKey(v), ["a", "a"])
        );
        Assert.Contains("Two parameters are named 'a'", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Clause", "NAME-2")]
    [InlineData("")]
    [InlineData("profile.a")]
    public void A_name_that_cannot_be_sent_is_refused(string name) =>
        Assert.Throws<ArgumentException>(() => new ProfileParameter(name, typeof(string)));

    [Fact]
    [Trait("Clause", "NAME-2")]
    public void A_name_has_at_most_128_characters()
    {
        Assert.Equal(128, new ProfileParameter(new string('n', 128), typeof(string)).EncodedName.Length);
        Assert.Throws<ArgumentException>(() => new ProfileParameter(new string('n', 129), typeof(string)));
    }

    [Fact]
    public void An_output_that_gives_less_memory_than_it_was_asked_for_is_not_written_to()
    {
        var output = new StingyOutput();
        Assert.Throws<InvalidOperationException>(() =>
            ProfileSerializer.WriteBatch<string?[]>(
                output,
                [
                    ["1", new string('x', 200), null, null],
                ],
                ThreeColumns
            )
        );
        Assert.False(output.Behind.ContainsAnyExcept((byte)0));
    }

    /// <summary>Gives 64 bytes, whatever it is asked for.</summary>
    private sealed class StingyOutput : IBufferWriter<byte>
    {
        private readonly byte[] _memory = new byte[4096];

        public ReadOnlySpan<byte> Behind => _memory.AsSpan(64);

        public void Advance(int count) { }

        public Memory<byte> GetMemory(int sizeHint = 0) => _memory.AsMemory(0, 64);

        public Span<byte> GetSpan(int sizeHint = 0) => _memory.AsSpan(0, 64);
    }
}
