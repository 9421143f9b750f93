using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ProfileSchema;

/// <summary>
/// Writes <c>&amp;profile.NAME=</c>, the text before each value of a single update (NAME-1), by overlapping 8-byte stores. If the name is
/// a constant, so are the stored words.
/// </summary>
internal static class ShortName
{
    /// <summary>The number of bytes that are written after the equals sign of the shortest name and are overwritten later.</summary>
    public const int Slack = (2 * Word) - (MinLength + 10);

    private const int Word = sizeof(ulong);
    private const int MinLength = sizeof(uint);
    private const int MaxLength = (3 * Word) - 2;
    private const int BitsPerByte = 8;

    /// <summary>Returns whether the name has a supported length, as most names have.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsShort(scoped ReadOnlySpan<byte> name) =>
        BitConverter.IsLittleEndian && name.Length is >= MinLength and <= MaxLength;

    /// <summary>Writes a name with its prefix and the equals sign.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write(scoped ReadOnlySpan<byte> name, ref byte destination)
    {
        Store(MemoryMarshal.Read<ulong>("&profile"u8), ref destination, 0);
        if (name.Length < Word)
        {
            int upperHalf = name.Length - sizeof(uint);
            ulong whole = Read<uint>(name, 0) | ((ulong)Read<uint>(name, upperHalf) << (BitsPerByte * upperHalf));
            Store('.' | (whole << BitsPerByte), ref destination, Word);
            Unsafe.Add(ref destination, Word + 1 + name.Length) = (byte)'=';
            return;
        }

        Store('.' | (Read<ulong>(name, 0) << BitsPerByte), ref destination, Word);
        if (name.Length > (2 * Word) - 2)
        {
            Store(Read<ulong>(name, Word - 1), ref destination, 2 * Word);
        }

        ulong end = Read<ulong>(name, name.Length - Word) >> BitsPerByte;
        Store(end | ((ulong)'=' << (BitsPerByte * (Word - 1))), ref destination, name.Length + 2);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Read<T>(scoped ReadOnlySpan<byte> name, int index)
        where T : struct => Unsafe.ReadUnaligned<T>(ref Unsafe.Add(ref MemoryMarshal.GetReference(name), index));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(ulong word, ref byte destination, int index) =>
        Unsafe.WriteUnaligned(ref Unsafe.Add(ref destination, index), word);
}
