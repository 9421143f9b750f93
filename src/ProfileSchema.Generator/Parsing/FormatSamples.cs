using System.Globalization;
using ProfileSchema.Generator.Model;

namespace ProfileSchema.Generator.Parsing;

/// <summary>Finds out what a format does by formatting samples with it.</summary>
/// <remarks>
/// Analyzers are built for .NET Standard 2.0. Types that it lacks are replaced by types that format alike; the formats that only
/// the missing types reject are found by reading the format.
/// </remarks>
internal static class FormatSamples
{
    /// <summary>The largest precision of a standard numeric format. No longer value could be sent.</summary>
    private const int MaxPrecision = 99;

    /// <summary>Localized text in the formatted sample.</summary>
    private static readonly string[] Words = ["Nov", "Mon", "PM", "A.D."];

    private static readonly DateTime Date = new(2026, 11, 23, 21, 30, 0, DateTimeKind.Utc);

    /// <summary>Whether the type supports the format.</summary>
    public static bool IsKnown(ScalarKind kind, string format) =>
        !IsTooPrecise(format)
        && (kind is not (ScalarKind.DateOnly or ScalarKind.TimeOnly) || PartialDates.Knows(kind, format))
        && (IsBinary(kind, format) || Format(kind, format) is not null);

    /// <summary>The text of a sample with the punctuation that all values have; null if they have none in common.</summary>
    public static string? Text(ScalarKind kind, string? format) =>
        Shortest(kind, format)
        ?? (
            kind is ScalarKind.DateTime or ScalarKind.DateTimeOffset or ScalarKind.DateOnly or ScalarKind.TimeOnly
                ? Format(kind, format!)
                : null
        );

    /// <summary>The shortest text that a value of a type can have, with the punctuation that all of them have; null if values differ in that.</summary>
    public static string? Shortest(ScalarKind kind, string? format) =>
        (kind, format) switch
        {
            (ScalarKind.Guid, _) => Format(kind, format ?? "D"),
            (ScalarKind.DateTime, null) => "2026-11-23T21:30:00.0000000",
            (ScalarKind.DateTimeOffset, null) => "2026-11-23T21:30:00.0000000+00:00",
            (ScalarKind.DateOnly, null) => "2026-11-23",
            (ScalarKind.TimeOnly, null) => "21:30:00.0000000",
            (ScalarKind.TimeSpan, null) => "21:30:00",
            (ScalarKind.Boolean, null) => "false",
            _ => null,
        };

    /// <summary>Why audiences can't compare the text of a format, or null.</summary>
    public static string? Oddity(ScalarKind kind, string format) =>
        kind switch
        {
            ScalarKind.Guid or ScalarKind.Enum => null,
            ScalarKind.TimeSpan => format is "g" or "G" ? "uses the decimal separator of the culture" : null,
            ScalarKind.DateTime or ScalarKind.DateTimeOffset or ScalarKind.DateOnly or ScalarKind.TimeOnly =>
                OddityOfDate(kind, format),
            _ when format[0] is 'x' or 'X' or 'b' or 'B' => null,
            _ when IsEmptyForZero(kind, format) => "produces empty text for zero, which isn't sent",
            _ => OddityOfNumber(kind, format),
        };

    /// <summary>The writer turns an exponent into digits, if the text is a number otherwise.</summary>
    private static string? OddityOfNumber(ScalarKind kind, string format)
    {
        string text = Format(kind, format) ?? "";
        if (!IsNumber(text, out _))
        {
            return OddityOfMarks(text);
        }

        // A format may have sections for negative numbers and for zero.
        string zero = Apply(kind.IsInteger ? (IFormattable)0 : 0.0, format) ?? "";
        string below = Apply(Negative(kind), format) ?? "";
        return !IsNumber(zero, out _) ? $"writes zero as '{zero}', which isn't a number"
            : kind.IsUnsigned ? null
            : !IsNumber(below, out double number) ? $"writes negative numbers as '{below}', which isn't a number"
            : number > 0 ? "drops the sign of negative numbers"
            : null;
    }

    private static bool IsNumber(string text, out double number) =>
        double.TryParse(
            text,
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent,
            CultureInfo.InvariantCulture,
            out number
        );

    private static IFormattable Negative(ScalarKind kind) =>
        Sample(kind) switch
        {
            float number => -number,
            double number => -number,
            decimal number => -number,
            var number => -((IConvertible)number).ToInt32(CultureInfo.InvariantCulture),
        };

    private static string? OddityOfMarks(string text)
    {
        for (int i = 1; i < text.Length - 1; i++)
        {
            if (IsDigit(text[i - 1]) && text[i] is 'E' or 'e' && (IsDigit(text[i + 1]) || text[i + 1] is '+' or '-'))
            {
                return "produces an exponent, which audiences can't compare as a number";
            }

            if (text[i] == ',' && IsDigit(text[i - 1]) && IsDigit(text[i + 1]))
            {
                return "produces group separators, which audiences can't compare as a number";
            }
        }

        return text.IndexOfAny(['¤', '%', '‰']) >= 0
            ? "produces a currency or percent symbol, which audiences can't compare as a number"
            : null;
    }

    /// <summary>An empty value changes nothing (VALUE-4). <c>#</c> stands for a digit that is left out if it is zero.</summary>
    private static bool IsEmptyForZero(ScalarKind kind, string format) =>
        Apply(kind.IsInteger ? (IFormattable)0 : 0.0, format) is "";

    private static string? OddityOfDate(ScalarKind kind, string format)
    {
        if (format.Length == 1)
        {
            return "OoRrsu".Contains(format) ? null : "uses a culture-specific pattern, which doesn't sort";
        }

        string text = Format(kind, format) ?? "";
        return Array.Exists(Words, text.Contains) ? "produces localized text, which can't be sorted or compared" : null;
    }

    /// <summary>Integers support it since .NET 8. The framework that runs the analyzer may be older.</summary>
    private static bool IsBinary(ScalarKind kind, string format) =>
        kind.IsInteger && format[0] is 'b' or 'B' && format.Skip(1).All(IsDigit);

    /// <summary>Whether the precision of a format is too large.</summary>
    public static bool IsTooPrecise(string format) =>
        format.Length > 3
        && format[0] is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z')
        && format.Skip(1).All(IsDigit)
        && (format.Length > 9 || int.Parse(format.Substring(1), CultureInfo.InvariantCulture) > MaxPrecision);

    /// <summary>.NET doesn't treat digits of other scripts as digits in formats.</summary>
    private static bool IsDigit(char c) => c is >= '0' and <= '9';

    private static string? Format(ScalarKind kind, string format) => Apply(Sample(kind), format);

    private static string? Apply(IFormattable sample, string format)
    {
        try
        {
            return sample.ToString(format, CultureInfo.InvariantCulture);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static IFormattable Sample(ScalarKind kind) =>
        kind switch
        {
            ScalarKind.Half or ScalarKind.Single => 12345.67f,
            ScalarKind.Double => 1234567.891,
            ScalarKind.Decimal => 1234567.891m,
            ScalarKind.SByte => sbyte.MaxValue,
            ScalarKind.Byte => byte.MaxValue,
            ScalarKind.Int16 => short.MaxValue,
            ScalarKind.UInt16 => ushort.MaxValue,
            ScalarKind.Guid => Guid.Empty,
            ScalarKind.TimeSpan => new TimeSpan(1, 21, 30, 0),
            ScalarKind.DateTimeOffset => new DateTimeOffset(Date),
            ScalarKind.DateTime or ScalarKind.DateOnly or ScalarKind.TimeOnly => Date,
            _ => 1234567,
        };
}
