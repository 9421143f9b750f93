using System.Globalization;
using Microsoft.CodeAnalysis;

namespace ProfileSchema.Generator.Parsing;

/// <summary>The bits of the constants of a flags enum, as many as its underlying type has.</summary>
internal static class FlagBits
{
    /// <summary>The bits of a constant, or null if the source gives it no value.</summary>
    public static ulong? Of(IFieldSymbol constant) =>
        constant.ConstantValue switch
        {
            sbyte narrow => (byte)narrow,
            short narrow => (ushort)narrow,
            int narrow => (uint)narrow,
            long signed => (ulong)signed,
            ulong unsigned => unsigned,
            IFormattable other => Convert.ToUInt64(other, CultureInfo.InvariantCulture),
            _ => null,
        };

    /// <summary>Whether one bit is set, even if it is the sign bit.</summary>
    public static bool IsSingle(ulong bits) => bits != 0 && (bits & (bits - 1)) == 0;
}
