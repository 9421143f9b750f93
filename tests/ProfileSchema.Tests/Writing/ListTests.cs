using CsCheck;

namespace ProfileSchema.Tests.Writing;

[Trait("Clause", "VALUE-5")]
public sealed class ListTests
{
    private static ReadOnlySpan<byte> Bar => "%7C"u8;

    [Fact]
    public void Elements_are_joined_by_the_separator_in_both_forms()
    {
        string[] values = ["a b", "ö", "c"];
        Assert.Equal("a%20b%7C%C3%B6%7Cc", Encoded(values));
        Assert.Equal("batch=thirdPartyId,v,w\nk,a%20b%7C%C3%B6%7Cc,1\n", Batch(values));
    }

    [Fact]
    public void Every_kind_of_collection_is_read_in_order()
    {
        string[] values = ["a", "b", "c"];
        Assert.Equal("a%7Cb%7Cc", Encoded(values.ToList()));
        Assert.Equal("a%7Cb%7Cc", Encoded(new ArraySegment<string?>(values)));
        Assert.Equal("a%7Cb%7Cc", Encoded(new SortedSet<string?>(values)));
        Assert.Equal("a%7Cb%7Cc", Encoded(values.Select(value => value)));
    }

    [Fact]
    [Trait("Clause", "VALUE-4")]
    public void Without_elements_it_is_nothing()
    {
        Assert.Null(Encoded(null));
        Assert.Null(Encoded([]));
        Assert.Null(Encoded([null, ""]));
        Assert.Equal("batch=thirdPartyId,v,w\nk,,1\n", Batch([]));
        Assert.Equal("a%7Cb", Encoded(["", "a", null, "b", ""]));
    }

    [Fact]
    public void An_element_that_holds_the_separator_is_rejected()
    {
        Assert.Equal(RejectionReason.SeparatorInElement, Rejection(["a", "b|c"]));
        Assert.Equal(RejectionReason.SeparatorInElement, Rejection(["|"]));
        Assert.Equal("%257C", Encoded(["%7C"]));
    }

    [Fact]
    [Trait("Clause", "VALUE-2")]
    public void The_limit_counts_the_joined_value()
    {
        string[] fits = [new('ö', 100), new('b', 100), new('語', 54)];
        Assert.Equal(Uri.EscapeDataString(string.Join('|', fits)), Encoded(fits));
        Assert.Equal(RejectionReason.ValueTooLong, Rejection([.. fits, "x"]));
        string emoji = string.Concat(Enumerable.Repeat("👋", 128));
        Assert.Equal(Uri.EscapeDataString(emoji), Encoded([emoji]));
        Assert.Equal(RejectionReason.ValueTooLong, Rejection([emoji, "a"]));
    }

    [Fact]
    [Trait("Clause", "VALUE-6")]
    public void A_list_without_end_is_refused_in_bounded_memory()
    {
        var contract = new TestContract<int>(
            (ref writer, in _) =>
            {
                writer.WriteKey("k");
                writer.Write("v"u8, Enumerable.Repeat<string?>("element", 1_000_000), Bar, int.MaxValue);
            },
            ["v"]
        );
        var exception = Assert.Throws<ProfileValidationException>(() => ProfileSerializer.ToBatchString([1], contract));
        Assert.Equal(RejectionReason.ProfileTooLarge, exception.Reason);
    }

    [Fact]
    public void Values_of_any_type_are_elements()
    {
        string? encoded = OneValue.Encoded<int[]>(
            [1, 22, 333],
            (ref writer, in values) =>
            {
                writer.WriteKey(OneValue.Key);
                writer.BeginList("v"u8, "%3B"u8);
                foreach (int value in values)
                {
                    writer.Write("v"u8, value);
                    writer.WriteNull("v"u8);
                }

                writer.WriteFormatted("v"u8, 1e20, "R");
                writer.Write("v"u8, new TimeOnly(1, 2));
                writer.EndList("v"u8);
            }
        );
        Assert.Equal("1%3B22%3B333%3B100000000000000000000%3B01%3A02%3A00.0000000", encoded);
    }

    [Fact]
    public void Arbitrary_lists_are_what_joining_them_gives()
    {
        Gen.String[Gen.Char['a', '~'], 0, 6]
            .Array[0, 12]
            .Sample(values =>
            {
                string joined = string.Join('|', values.Where(value => value.Length > 0));
                if (values.Any(value => value.Contains('|', StringComparison.Ordinal)))
                {
                    Assert.Equal(RejectionReason.SeparatorInElement, Rejection(values));
                }
                else
                {
                    Assert.Equal(joined.Length == 0 ? null : Uri.EscapeDataString(joined), Encoded(values));
                }
            });
    }

    [Fact]
    public void A_list_that_is_not_ended_or_not_begun_is_told_so()
    {
        Assert.Throws<InvalidOperationException>(() =>
            OneValue.Encoded(
                1,
                (ref writer, in _) =>
                {
                    writer.WriteKey("k");
                    writer.BeginList("v"u8, Bar);
                }
            )
        );
        Assert.Throws<InvalidOperationException>(() =>
            OneValue.Encoded(1, (ref writer, in _) => writer.EndList("v"u8))
        );
        Assert.Throws<InvalidOperationException>(() =>
            OneValue.Encoded(
                1,
                (ref writer, in _) =>
                {
                    writer.BeginList("v"u8, Bar);
                    writer.BeginList("v"u8, Bar);
                }
            )
        );
    }

    private static string? Encoded(IEnumerable<string?>? values) => OneValue.Encoded(values, Write);

    private static RejectionReason Rejection(IEnumerable<string?>? values) => OneValue.Rejection(values, Write);

    private static string Batch(IEnumerable<string?>? values) =>
        ProfileSerializer.ToBatchString(
            [values!],
            new TestContract<IEnumerable<string?>>(
                (ref writer, in elements) =>
                {
                    writer.WriteKey("k");
                    writer.Write("v"u8, elements, Bar);
                    writer.Write("w"u8, 1);
                },
                ["v", "w"]
            )
        );

    private static void Write(ref ProfileWriter writer, in IEnumerable<string?>? values)
    {
        writer.WriteKey(OneValue.Key);
        writer.Write("v"u8, values, Bar);
    }
}
