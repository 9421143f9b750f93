using System.Text;
using CsCheck;

namespace ProfileSchema.Client.Tests;

/// <summary>Generators of ids and values that people did not think of.</summary>
internal static class Arbitrary
{
    private static readonly Gen<Rune> Rune = Gen.Frequency(
            (4, Gen.Int[0, 0x7F]),
            (2, Gen.Int[0x80, 0x7FF]),
            (2, Gen.Int[0x800, 0xD7FF]),
            (1, Gen.Int[0xE000, 0xFFFF]),
            (2, Gen.Int[0x10000, 0x10FFFF])
        )
        .Select(scalar => new Rune(scalar));

    /// <summary>1 to 60 scalar values of any script.</summary>
    public static readonly Gen<string> Value = Rune.Array[1, 60].Select(string.Concat);

    /// <summary>An id that a customer may have (ID-3, ID-4).</summary>
    public static readonly Gen<string> Key = Value
        .Select(text => new string([.. text.Where(c => !char.IsControl(c) && c is not ('+' or '/'))]))
        .Where(key => !string.IsNullOrWhiteSpace(key) && key is not ("." or ".."));
}
