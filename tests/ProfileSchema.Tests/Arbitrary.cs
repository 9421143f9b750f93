using System.Text;
using CsCheck;

namespace ProfileSchema.Tests;

/// <summary>Generators of input that people did not think of.</summary>
internal static class Arbitrary
{
    /// <summary>Up to 200 UTF-16 units of any kind, unpaired surrogates among them.</summary>
    public static readonly Gen<string> Utf16 = Gen.Frequency(
            (4, Gen.Char['\u0000', '\u007F']),
            (2, Gen.Char['\u0080', '\u07FF']),
            (2, Gen.Char['\u0800', '\uFFFF']),
            (1, Gen.Char['\uD800', '\uDFFF'])
        )
        .Array[0, 200]
        .Select(units => new string(units));

    /// <summary>Up to 64 scalar values of any script; never an unpaired surrogate.</summary>
    public static readonly Gen<string> Text = Gen.Frequency(
            (4, Gen.Int[0, 0x7F]),
            (2, Gen.Int[0x80, 0x7FF]),
            (2, Gen.Int[0x800, 0xD7FF]),
            (1, Gen.Int[0xE000, 0xFFFF]),
            (2, Gen.Int[0x10000, 0x10FFFF])
        )
        .Array[0, 64]
        .Select(runes => string.Concat(runes.Select(rune => new Rune(rune).ToString())));

    /// <summary>Decided by the platform's strict encoder, which is not the one under test.</summary>
    public static bool IsWellFormed(string text)
    {
        try
        {
            _ = new UTF8Encoding(false, throwOnInvalidBytes: true).GetByteCount(text);
            return true;
        }
        catch (EncoderFallbackException)
        {
            return false;
        }
    }
}
