using System.Buffers.Text;

namespace ProfileSchema;

/// <summary>
/// A number that was formatted in scientific notation, which audiences do not compare as a number, and its plain form
/// (VALUE-3): <c>1.5E-07</c> is <c>0.00000015</c>.
/// </summary>
internal readonly ref struct PlainNumber
{
    private readonly bool _isNegative;
    private readonly ReadOnlySpan<byte> _integer;
    private readonly ReadOnlySpan<byte> _fraction;

    /// <summary>The position of the decimal point relative to the digits of both parts, which can be outside of them.</summary>
    private readonly int _point;

    private PlainNumber(bool isNegative, ReadOnlySpan<byte> integer, ReadOnlySpan<byte> fraction, int exponent)
    {
        _isNegative = isNegative;
        _integer = integer;
        _fraction = fraction;
        _point = integer.Length + exponent;
    }

    private int Digits => _integer.Length + _fraction.Length;

    /// <summary>The bytes of the plain form.</summary>
    public int Length
    {
        get
        {
            int digits =
                _point <= 0 ? "0.".Length - _point + Digits
                : _point < Digits ? Digits + 1
                : _point;
            return digits + (_isNegative ? 1 : 0);
        }
    }

    /// <summary>Parses a number in scientific notation. Returns false for other text.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out PlainNumber number)
    {
        number = default;
        int e = text.IndexOfAny((byte)'E', (byte)'e');
        if (e <= 0 || !TryParseExponent(text[(e + 1)..], out int exponent))
        {
            return false;
        }

        bool isNegative = text[0] == (byte)'-';
        ReadOnlySpan<byte> mantissa = text[(isNegative ? 1 : 0)..e];
        int point = mantissa.IndexOf((byte)'.');
        ReadOnlySpan<byte> integer = point < 0 ? mantissa : mantissa[..point];
        ReadOnlySpan<byte> fraction = point < 0 ? default : mantissa[(point + 1)..];
        if (integer.IsEmpty || !AreDigits(integer) || !AreDigits(fraction))
        {
            return false;
        }

        number = new PlainNumber(isNegative, integer, fraction, exponent);
        return true;
    }

    /// <summary>Writes the plain form.</summary>
    /// <param name="destination">Holds at least <see cref="Length"/> bytes.</param>
    public void CopyTo(Span<byte> destination)
    {
        int position = 0;
        if (_isNegative)
        {
            destination[position++] = (byte)'-';
        }

        if (_point <= 0)
        {
            "0."u8.CopyTo(destination[position..]);
            destination.Slice(position + 2, -_point).Fill((byte)'0');
            position += 2 - _point;
        }

        for (int i = 0; i < Digits; i++)
        {
            if (i == _point && i > 0)
            {
                destination[position++] = (byte)'.';
            }

            destination[position++] = i < _integer.Length ? _integer[i] : _fraction[i - _integer.Length];
        }

        if (_point > Digits)
        {
            destination.Slice(position, _point - Digits).Fill((byte)'0');
        }
    }

    private static bool TryParseExponent(ReadOnlySpan<byte> text, out int exponent)
    {
        text = text is [(byte)'+', ..] ? text[1..] : text;
        return Utf8Parser.TryParse(text, out exponent, out int consumed)
            && consumed == text.Length
            && Math.Abs((long)exponent) <= ProfileLimits.ProfileBytes;
    }

    private static bool AreDigits(ReadOnlySpan<byte> text) => !text.ContainsAnyExceptInRange((byte)'0', (byte)'9');
}
