using CsCheck;
using ProfileSchema.Client.Duplicates;

namespace ProfileSchema.Client.Tests.Duplicates;

public sealed class LineEndsTests
{
    [Fact]
    public void Every_line_end_is_found_in_order_wherever_it_stands() =>
        Gen.Frequency((6, Gen.Const((byte)'a')), (1, Gen.Const((byte)'\n')), (1, Gen.Byte))
            .Array[0, 300]
            .Sample(text => Assert.Equal(Expected(text), Found(text)), iter: 5_000);

    [Fact]
    public void Memory_that_is_full_of_line_ends_or_has_none_is_read_to_its_end()
    {
        for (int length = 0; length <= 200; length++)
        {
            byte[] full = [.. Enumerable.Repeat((byte)'\n', length)];
            Assert.Equal(Enumerable.Range(0, length), Found(full));
            Assert.Empty(Found(new byte[length]));
        }
    }

    private static List<int> Found(byte[] text)
    {
        List<int> found = [];
        var ends = new LineEnds(text);
        while (ends.MoveNext())
        {
            found.Add(ends.Current);
        }

        Assert.False(ends.MoveNext());
        return found;
    }

    private static IEnumerable<int> Expected(byte[] text) =>
        Enumerable.Range(0, text.Length).Where(at => text[at] == (byte)'\n');
}
