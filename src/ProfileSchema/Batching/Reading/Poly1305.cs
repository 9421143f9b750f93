using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace ProfileSchema;

/// <summary>
/// Computes the polynomial of Poly1305 (Bernstein; RFC 8439), without the final addition, which only protects a hash that others see. For any two
/// different IDs, at most one key in 2^96 results in equal hashes. A short ID takes a few multiplications.
/// </summary>
internal sealed class Poly1305
{
    public const int KeyLength = 16;

    private const int BlockLength = 16;

    // The key, clamped as the RFC has it, which leaves the sums below room to carry; and 5/4 of its upper half.
    private readonly ulong _r0;
    private readonly ulong _r1;
    private readonly ulong _s1;

    public Poly1305(ReadOnlySpan<byte> key)
    {
        _r0 = BinaryPrimitives.ReadUInt64LittleEndian(key) & 0x0ffffffc_0fffffff;
        _r1 = BinaryPrimitives.ReadUInt64LittleEndian(key[8..]) & 0x0ffffffc_0ffffffc;
        _s1 = _r1 + (_r1 >> 2);
    }

    public static byte[] NewKey() => RandomNumberGenerator.GetBytes(KeyLength);

    public UInt128 Hash(ReadOnlySpan<byte> data)
    {
        ulong h0 = 0;
        ulong h1 = 0;
        ulong h2 = 0;
        while (data.Length >= BlockLength)
        {
            ulong lower = BinaryPrimitives.ReadUInt64LittleEndian(data);
            ulong upper = BinaryPrimitives.ReadUInt64LittleEndian(data[8..]);
            Absorb(lower, upper, 1, ref h0, ref h1, ref h2);
            data = data[BlockLength..];
        }

        if (!data.IsEmpty)
        {
            (ulong lower, ulong upper) = LastBlock(data);
            Absorb(lower, upper, 0, ref h0, ref h1, ref h2);
        }

        return Reduce(h0, h1, h2);
    }

    /// <summary>Fewer bytes than a block has, and a 1 behind them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (ulong Lower, ulong Upper) LastBlock(ReadOnlySpan<byte> data)
    {
        if (data.Length > 8)
        {
            // The last eight bytes, of which some were read already, are shifted to where the others end.
            int bits = 8 * (data.Length - 8);
            ulong last = BinaryPrimitives.ReadUInt64LittleEndian(data[^8..]);
            return (BinaryPrimitives.ReadUInt64LittleEndian(data), (last >> (64 - bits)) | (1UL << bits));
        }

        if (data.Length == 8)
        {
            return (BinaryPrimitives.ReadUInt64LittleEndian(data), 1);
        }

        ulong few = 1;
        for (int i = data.Length - 1; i >= 0; i--)
        {
            few = (few << 8) | data[i];
        }

        return (few, 0);
    }

    /// <summary>Adds a block and multiplies by the key, modulo 2^130 - 5, up to a small multiple of it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Absorb(ulong lower, ulong upper, ulong end, ref ulong h0, ref ulong h1, ref ulong h2)
    {
        h0 += lower;
        ulong carry = h0 < lower ? 1UL : 0;
        h1 += carry;
        carry = h1 < carry ? 1UL : 0;
        h1 += upper;
        h2 += end + carry + (h1 < upper ? 1UL : 0);

        (ulong d0Upper, ulong d0) = Multiply(h0, _r0, h1, _s1);
        (ulong d1Upper, ulong d1) = Multiply(h0, _r1, h1, _r0);
        ulong more = (h2 * _s1) + d0Upper;
        h0 = d0;
        h1 = d1 + more;
        h2 = (h2 * _r0) + d1Upper + (h1 < more ? 1UL : 0);

        // What is above 2^130 counts five times.
        ulong above = (h2 >> 2) + (h2 & ~3UL);
        h2 &= 3;
        h0 += above;
        carry = h0 < above ? 1UL : 0;
        h1 += carry;
        h2 += h1 < carry ? 1UL : 0;
    }

    /// <summary>The sum of two products.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (ulong Upper, ulong Lower) Multiply(ulong left, ulong right, ulong otherLeft, ulong otherRight)
    {
        ulong upper = Math.BigMul(left, right, out ulong lower);
        ulong otherUpper = Math.BigMul(otherLeft, otherRight, out ulong otherLower);
        lower += otherLower;
        return (upper + otherUpper + (lower < otherLower ? 1UL : 0), lower);
    }

    /// <summary>The lower 128 bits of the rest.</summary>
    private static UInt128 Reduce(ulong h0, ulong h1, ulong h2)
    {
        // Plus 5, it reaches 2^130 if it is not below the modulus.
        ulong less0 = h0 + 5;
        ulong carry = less0 < 5 ? 1UL : 0;
        ulong less1 = h1 + carry;
        carry = less1 < carry ? 1UL : 0;
        return h2 + carry < 4 ? new UInt128(h1, h0) : new UInt128(less1, less0);
    }
}
