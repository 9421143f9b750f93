namespace ProfileSchema.Tests.Writing;

public sealed class LiteralTests
{
    private static ReadOnlySpan<byte> Table => "gold...........\u0004platinum%20plus\u000Fx              \u0001"u8;

    [Theory]
    [InlineData(0, "gold")]
    [InlineData(1, "platinum%20plus")]
    [InlineData(2, "x")]
    public void A_constant_of_a_table_is_written_as_it_stands(int index, string expected)
    {
        Assert.Equal(expected, OneValue.Encoded(index, Write));
        var contract = new TestContract<int>(Write, ["v"]);
        Assert.Equal(
            $"batch=thirdPartyId,v\n{OneValue.Key},{expected}\n",
            ProfileSerializer.ToBatchString([index], contract)
        );
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(3)]
    public void A_place_outside_of_the_table_is_refused(int index) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => OneValue.Encoded(index, Write));

    private static void Write(ref ProfileWriter writer, in int index)
    {
        writer.WriteKey(OneValue.Key);
        writer.WriteLiteral("v"u8, Table, index);
    }
}
