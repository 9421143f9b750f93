using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ProfileSchema;

/// <summary>
/// Converts the parameters of a single update, <c>&amp;profile.name=value…</c>, to the JSON object of a session update,
/// <c>{"name":"value",…}</c> (DELIVERY-1), in one pass over the output of the contract.
/// </summary>
/// <remarks>
/// Names and values are percent-encoded, so an <c>=</c> always ends a name, an <c>&amp;</c> ends a value, and a <c>%</c> begins an encoded
/// byte. All other characters are the same in JSON. The lengths of names need no check, because <see cref="ProfileParameter"/> has the
/// same limit (NAME-2).
/// </remarks>
internal ref struct SessionParameters
{
    private const int BlockLength = 64;
    private const byte End = (byte)'&';

    private readonly ReadOnlySpan<byte> _form;
    private int _nameStart;
    private int _nameEnd;
    private int _count;

    private SessionParameters(ReadOnlySpan<byte> form) => _form = form;

    /// <summary>What is wrong with the parameters in a session, though they are right in a form.</summary>
    public RejectionReason Fault { get; private set; }

    /// <summary>The percent-encoded name of the parameter at fault, empty if it is the whole profile.</summary>
    public readonly ReadOnlySpan<byte> FaultName =>
        Fault is RejectionReason.SessionValueTooLong ? _form[_nameStart.._nameEnd] : default;

    /// <summary>The bytes of JSON; they count only without a fault.</summary>
    public int Written { get; private set; }

    private static ReadOnlySpan<byte> Prefix => "&profile."u8;

    /// <summary>Returns the size of the buffer for a form, which is larger than the form because whole blocks are read.</summary>
    public static int FormCapacity(int length) => length + 1 + BlockLength;

    /// <summary>The room for the JSON of a form: an <c>=</c> becomes three bytes, all else grows less; blocks are written whole.</summary>
    public static int JsonCapacity(int length) => (3 * length) + BlockLength;

    /// <summary>Turns a form into JSON.</summary>
    /// <param name="form">Holds <see cref="FormCapacity"/> bytes, of which the first <paramref name="length"/> are the form.</param>
    /// <param name="length">The bytes of the form.</param>
    /// <param name="destination">Holds at least <see cref="JsonCapacity"/> bytes.</param>
    public static SessionParameters Write(Span<byte> form, int length, Span<byte> destination)
    {
        form = form[..FormCapacity(length)];
        form[length] = End;
        var json = new SessionParameters(form);
        json.Written = json.Run(
            ref MemoryMarshal.GetReference(form),
            length,
            ref MemoryMarshal.GetReference(destination[..JsonCapacity(length)])
        );
        return json;
    }

    private int Run(ref byte source, int length, ref byte destination)
    {
        if (length == 0)
        {
            return Put(ref destination, 0, "{}"u8);
        }

        int written = Put(ref destination, 0, "{\""u8);
        int from = _nameStart = Prefix.Length;
        _nameEnd = 0;

        // Marks are found for whole blocks, so that no search waits for where the one before it ended; the first byte is one.
        for (int start = 0; ; start += BlockLength)
        {
            ulong marks = FindMarks(ref Unsafe.Add(ref source, start));
            marks = start == 0 ? marks & ~1UL : marks;
            for (; marks != 0; marks &= marks - 1)
            {
                int at = start + BitOperations.TrailingZeroCount(marks);
                Require(at >= from);
                Copy(ref Unsafe.Add(ref source, from), ref Unsafe.Add(ref destination, written), at - from);
                written += at - from;
                byte mark = Unsafe.Add(ref source, at);
                if (mark == (byte)'%')
                {
                    from = at + PercentEscapes.Length;
                    Require(from <= length);
                    written = PutByte(ref destination, written, PercentEscapes.Read(ref Unsafe.Add(ref source, at)));
                }
                else if (mark == (byte)'=')
                {
                    Require(_nameEnd < _nameStart);
                    _nameEnd = at;
                    from = at + 1;
                    written = Put(ref destination, written, "\":\""u8);
                }
                else
                {
                    Require(_nameEnd >= _nameStart);
                    EndValue(at);
                    if (at == length || Fault is not RejectionReason.None)
                    {
                        return Put(ref destination, written, "\"}"u8);
                    }

                    from = _nameStart = at + Prefix.Length;
                    Require(from <= length);
                    written = Put(ref destination, written, "\",\""u8);
                }
            }
        }
    }

    // DELIVERY-2
    private void EndValue(int end)
    {
        int start = _nameEnd + 1;
        if (
            end - start > ProfileLimits.ValueLength
            && PercentEncoding.CountChars(_form[start..end]) > ProfileLimits.ValueLength
        )
        {
            Fault = RejectionReason.SessionValueTooLong;
        }
        else if (++_count > ProfileLimits.SessionParameters)
        {
            Fault = RejectionReason.SessionTooManyParameters;
        }
    }

    /// <summary>Returns a bit for each of 64 bytes that is not text.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong FindMarks(ref byte block)
    {
        ulong marks = 0;
        for (nuint i = 0; i < BlockLength; i += (nuint)Vector128<byte>.Count)
        {
            Vector128<byte> bytes = Vector128.LoadUnsafe(ref block, i);
            Vector128<byte> found =
                Vector128.Equals(bytes, Vector128.Create((byte)'%'))
                | Vector128.Equals(bytes, Vector128.Create((byte)'='))
                | Vector128.Equals(bytes, Vector128.Create(End));
            marks |= (ulong)found.ExtractMostSignificantBits() << (int)i;
        }

        return marks;
    }

    /// <summary>Copies text in blocks of sixteen bytes. The bytes after the text are overwritten later.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Copy(ref byte source, ref byte destination, int length)
    {
        nuint copied = 0;
        do
        {
            Vector128.LoadUnsafe(ref source, copied).StoreUnsafe(ref destination, copied);
            copied += (nuint)Vector128<byte>.Count;
        } while (copied < (nuint)length);
    }

    /// <summary>Writes a byte of UTF-8 within a JSON string.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int PutByte(ref byte destination, int written, byte value)
    {
        if (value is < 0x20 or (byte)'"' or (byte)'\\')
        {
            return PutEscape(ref destination, written, value);
        }

        Unsafe.Add(ref destination, written) = value;
        return written + 1;
    }

    private static int PutEscape(ref byte destination, int written, byte value)
    {
        switch (value)
        {
            case (byte)'"':
                return Put(ref destination, written, "\\\""u8);
            case (byte)'\\':
                return Put(ref destination, written, "\\\\"u8);
            case (byte)'\n':
                return Put(ref destination, written, "\\n"u8);
            case (byte)'\r':
                return Put(ref destination, written, "\\r"u8);
            case (byte)'\t':
                return Put(ref destination, written, "\\t"u8);
            default:
                written = Put(ref destination, written, "\\u00"u8);
                Unsafe.Add(ref destination, written) = (byte)('0' + (value >> 4));
                Unsafe.Add(ref destination, written + 1) = "0123456789ABCDEF"u8[value & 0xF];
                return written + 2;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Put(ref byte destination, int written, ReadOnlySpan<byte> constant)
    {
        constant.CopyTo(MemoryMarshal.CreateSpan(ref Unsafe.Add(ref destination, written), constant.Length));
        return written + constant.Length;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Require(bool isEncoded)
    {
        if (!isEncoded)
        {
            ThrowNotEncoded();
        }
    }

    // Only a contract derived by hand can have written it.
    [DoesNotReturn]
    private static void ThrowNotEncoded() =>
        throw new InvalidOperationException(
            "A contract wrote a literal that is not percent-encoded. Give WriteLiteral encoded text, or write it as a string."
        );
}
