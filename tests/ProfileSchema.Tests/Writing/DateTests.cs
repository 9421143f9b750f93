using System.Globalization;
using CsCheck;

namespace ProfileSchema.Tests.Writing;

[Trait("Clause", "VALUE-7")]
public sealed class DateTests
{
    private static readonly DateTime Instant = new(2026, 11, 23, 9, 30, 5, DateTimeKind.Utc);

    [Fact]
    public void Dates_and_times_are_iso_8601_with_every_reserved_character_encoded()
    {
        Assert.Equal("2026-11-23T09%3A30%3A05.0000000Z", Encode(Instant, (ref w, in v) => Key(ref w).Write("v"u8, v)));
        Assert.Equal(
            "2026-11-23T09%3A30%3A05.0000000",
            Encode(DateTime.SpecifyKind(Instant, DateTimeKind.Unspecified), (ref w, in v) => Key(ref w).Write("v"u8, v))
        );
        Assert.Equal(
            "2026-11-23T09%3A30%3A05.0000000%2B05%3A30",
            Encode(
                new DateTimeOffset(2026, 11, 23, 9, 30, 5, new TimeSpan(5, 30, 0)),
                (ref w, in v) => Key(ref w).Write("v"u8, v)
            )
        );
        Assert.Equal("2026-11-23", Encode(new DateOnly(2026, 11, 23), (ref w, in v) => Key(ref w).Write("v"u8, v)));
        Assert.Equal(
            "09%3A30%3A05.0000000",
            Encode(new TimeOnly(9, 30, 5), (ref w, in v) => Key(ref w).Write("v"u8, v))
        );
        Assert.Equal(
            "-1.02%3A03%3A04.5000000",
            Encode(-new TimeSpan(1, 2, 3, 4, 500), (ref w, in v) => Key(ref w).Write("v"u8, v))
        );
    }

    [Fact]
    public void Arbitrary_instants_round_trip()
    {
        Gen.DateTimeOffset.Sample(value =>
        {
            string text = Decode(Encode(value, (ref w, in v) => Key(ref w).Write("v"u8, v)));
            DateTimeOffset read = DateTimeOffset.ParseExact(text, "O", CultureInfo.InvariantCulture);
            Assert.True(value.EqualsExact(read));
        });
        Gen.DateTime.Sample(value =>
        {
            string text = Decode(Encode(value, (ref w, in v) => Key(ref w).Write("v"u8, v)));
            Assert.Equal(value.ToString("O", CultureInfo.InvariantCulture), text);
        });
        Gen.TimeSpan.Sample(value =>
            Assert.Equal(
                value,
                TimeSpan.ParseExact(
                    Decode(Encode(value, (ref w, in v) => Key(ref w).Write("v"u8, v))),
                    "c",
                    CultureInfo.InvariantCulture
                )
            )
        );
        Gen.DateOnly.Sample(value =>
            Assert.Equal(
                value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                Encode(value, (ref w, in v) => Key(ref w).Write("v"u8, v))
            )
        );
        Gen.TimeOnly.Sample(value =>
            Assert.Equal(
                value.ToString("O", CultureInfo.InvariantCulture),
                Decode(Encode(value, (ref w, in v) => Key(ref w).Write("v"u8, v)))
            )
        );
    }

    [Theory]
    [InlineData("yyyy-MM-dd", "2026-11-23")]
    [InlineData("dd/MM/yyyy HH:mm", "23%2F11%2F2026%2009%3A30")]
    [InlineData("d MMMM yyyy", "23%20November%202026")]
    [InlineData("yyyy'年'", "2026%E5%B9%B4")]
    public void A_format_is_applied_with_the_invariant_culture(string format, string expected) =>
        Assert.Equal(expected, Encode(Instant, (ref w, in v) => Key(ref w).WriteFormatted("v"u8, v, format)));

    [Fact]
    public void Booleans_are_true_and_false()
    {
        Assert.Equal("true", Encode(true, (ref w, in v) => Key(ref w).Write("v"u8, v)));
        Assert.Equal("false", Encode(false, (ref w, in v) => Key(ref w).Write("v"u8, v)));
    }

    [Fact]
    public void A_guid_is_36_characters()
    {
        Gen.Guid.Sample(value =>
            Assert.Equal(value.ToString("D"), Encode(value, (ref w, in v) => Key(ref w).Write("v"u8, v)))
        );
        Assert.Equal(
            "7d4446b0b1c94f0e8a3a2d5a6f1c0b11",
            Encode(
                Guid.Parse("7d4446b0-b1c9-4f0e-8a3a-2d5a6f1c0b11"),
                (ref w, in v) => Key(ref w).WriteFormatted("v"u8, v, "N")
            )
        );
    }

    [Fact]
    [Trait("Clause", "VALUE-4")]
    public void WriteNull_leaves_the_parameter_out() =>
        Assert.Null(OneValue.Encoded(0, (ref w, in _) => Key(ref w).WriteNull("v"u8)));

    private static string Encode<T>(T value, WriteBody<T> body) => OneValue.Encoded(value, body)!;

    private static string Decode(string encoded) => Uri.UnescapeDataString(encoded);

    private static ref ProfileWriter Key(ref ProfileWriter writer)
    {
        writer.WriteKey(OneValue.Key);
        return ref writer;
    }
}
