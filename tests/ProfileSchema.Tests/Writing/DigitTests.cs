using System.Globalization;
using CsCheck;

namespace ProfileSchema.Tests.Writing;

/// <summary>Numbers and dates, which the writer forms itself, against the platform's forms.</summary>
public sealed class DigitTests
{
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    [Fact]
    [Trait("Clause", "VALUE-3")]
    public void Integers_of_every_number_of_digits()
    {
        for (ulong power = 1; power <= 1_000_000_000_000_000_000; power *= 10)
        {
            foreach (ulong value in (ulong[])[power - 1, power, power + 1, (power * 9) + (power - 1)])
            {
                AssertInteger((long)value);
                AssertInteger(-(long)value);
            }
        }

        for (int value = 0; value < 100_000; value++)
        {
            AssertInteger(value);
        }

        Gen.Long.Sample(AssertInteger);
        Gen.ULong.Sample(value =>
            Assert.Equal(value.ToString(Invariant), Encoded(value, (ref w, in v) => Key(ref w).Write("v"u8, v)))
        );
    }

    [Fact]
    [Trait("Clause", "VALUE-3")]
    public void Decimals_of_every_scale_and_width()
    {
        Gen.Select(Gen.Int, Gen.Int, Gen.Int, Gen.Bool, Gen.Byte[0, 28], Gen.Int[0, 3])
            .Sample(
                (low, middle, high, isNegative, scale, words) =>
                {
                    var value = new decimal(low, words > 0 ? middle : 0, words > 1 ? high : 0, isNegative, scale);
                    AssertDecimal(value);
                    AssertDecimal(new decimal(low & 0xFFFF, 0, 0, isNegative, scale));
                },
                iter: 5_000
            );
        decimal[] edges =
        [
            0m,
            0.00m,
            0.005m,
            -0.004m,
            0.995m,
            99.995m,
            1m,
            -1.5m,
            0.1m,
            ulong.MaxValue,
            decimal.MaxValue,
        ];
        Array.ForEach(edges, AssertDecimal);
    }

    [Fact]
    [Trait("Clause", "VALUE-7")]
    public void Every_day_of_the_calendar()
    {
        for (int day = DateOnly.MinValue.DayNumber; day <= DateOnly.MaxValue.DayNumber; day += day % 7 == 0 ? 11 : 1)
        {
            var date = DateOnly.FromDayNumber(day);
            if (day % 97 == 0 || date is { Month: 2, Day: > 27 } or { Month: 3, Day: 1 } or { Month: 12, Day: 31 })
            {
                string expected = date.ToString("yyyy-MM-dd", Invariant);
                Assert.Equal(expected, Encoded(date, (ref w, in v) => Key(ref w).Write("v"u8, v)));
                Assert.Equal(
                    expected,
                    Encoded(date, (ref w, in v) => Key(ref w).WriteFormatted("v"u8, v, "yyyy-MM-dd"))
                );
            }
        }
    }

    [Fact]
    [Trait("Clause", "VALUE-7")]
    public void Instants_of_every_offset_and_kind()
    {
        for (int minutes = -14 * 60; minutes <= 14 * 60; minutes++)
        {
            var value = new DateTimeOffset(2026, 2, 28, 23, 59, 59, 999, TimeSpan.FromMinutes(minutes)).AddTicks(9_999);
            Assert.Equal(
                Uri.EscapeDataString(value.ToString("O", Invariant)),
                Encoded(value, (ref w, in v) => Key(ref w).Write("v"u8, v))
            );
        }

        DateTime[] instants = [DateTime.MinValue, DateTime.MaxValue, DateTime.UtcNow, DateTime.Now, DateTime.UnixEpoch];
        Assert.All(
            instants,
            value =>
                Assert.Equal(
                    Uri.EscapeDataString(value.ToString("O", Invariant)),
                    Encoded(value, (ref w, in v) => Key(ref w).Write("v"u8, v))
                )
        );
        TimeSpan[] spans =
        [
            TimeSpan.Zero,
            TimeSpan.MinValue,
            TimeSpan.MaxValue,
            TimeSpan.FromTicks(-1),
            new(23, 59, 59),
        ];
        Assert.All(
            spans,
            value =>
                Assert.Equal(
                    Uri.EscapeDataString(value.ToString("c", Invariant)),
                    Encoded(value, (ref w, in v) => Key(ref w).Write("v"u8, v))
                )
        );
    }

    private static void AssertInteger(long value) =>
        Assert.Equal(value.ToString(Invariant), Encoded(value, (ref w, in v) => Key(ref w).Write("v"u8, v)));

    private static void AssertDecimal(decimal value)
    {
        string plain = value == 0 ? decimal.Abs(value).ToString(Invariant) : value.ToString(Invariant);
        Assert.Equal(plain, Encoded(value, (ref w, in v) => Key(ref w).Write("v"u8, v)));
        foreach (string format in (string[])["F0", "F1", "F2", "F3", "F9"])
        {
            string text = value.ToString(format, Invariant);
            string expected = text.AsSpan().ContainsAnyInRange('1', '9') ? text : text.TrimStart('-');
            Assert.Equal(expected, Encoded(value, (ref w, in v) => Key(ref w).WriteFormatted("v"u8, v, format)));
        }
    }

    private static string Encoded<T>(T value, WriteBody<T> body) => OneValue.Encoded(value, body)!;

    private static ref ProfileWriter Key(ref ProfileWriter writer)
    {
        writer.WriteKey(OneValue.Key);
        return ref writer;
    }
}
