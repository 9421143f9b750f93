using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ProfileSchema;

/// <summary>The escape of every byte, <c>%XX</c> in upper case (URL-2), each to be written by one store of four bytes.</summary>
internal static class PercentEscapes
{
    public const int Length = 3;

    private static readonly uint[] Escapes = MakeEscapes();

    /// <summary>Writes <c>%XX</c>, and a byte behind it that has no meaning.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write(ref byte destination, nint offset, uint value)
    {
        // No bounds check: the callers give a byte, and the table has an entry for each.
        ref uint first = ref MemoryMarshal.GetArrayDataReference(Escapes);
        Unsafe.WriteUnaligned(ref Unsafe.Add(ref destination, offset), Unsafe.Add(ref first, (nint)(byte)value));
    }

    /// <summary>The byte that an escape encodes.</summary>
    public static byte Read(ref byte escape) =>
        (byte)((Digit(Unsafe.Add(ref escape, 1)) << 4) | Digit(Unsafe.Add(ref escape, 2)));

    /// <summary>The letters A to F follow the digits after seven characters, and have a bit that the digits lack.</summary>
    private static int Digit(byte digit) => (digit & 0xF) + ((digit >> 6) * 9);

    private static uint[] MakeEscapes()
    {
        ReadOnlySpan<byte> hex = "0123456789ABCDEF"u8;
        var escapes = new uint[256];
        Span<byte> escape = stackalloc byte[sizeof(uint)];
        for (int i = 0; i < escapes.Length; i++)
        {
            escape[0] = (byte)'%';
            escape[1] = hex[i >> 4];
            escape[2] = hex[i & 0xF];
            escape[3] = 0;
            escapes[i] = MemoryMarshal.Read<uint>(escape);
        }

        return escapes;
    }
}
