using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ProfileSchema;

/// <summary>
/// Turns the parameters of a form, <c>&amp;profile.name=value…</c>, into the JSON object that a session update carries,
/// <c>{"name":"value",…}</c> (DELIVERY-1): one pass over what the contract wrote, whatever the types of its values.
/// </summary>
/// <remarks>
/// Percent-encoding leaves nothing in a name or a value that marks anything but itself: an <c>=</c> ends a name, an
/// <c>&amp;</c> a value, and a <c>%</c> begins a byte. All that lies between is JSON already. Names need no check of their
/// length: no <see cref="ProfileParameter"/> has a longer one than is allowed here (NAME-2).
/// </remarks>
internal ref struct SessionParameters
{
    private const int BlockLength = 16;
    private const byte End = (byte)'&';

    private readonly ReadOnlySpan<byte> _form;
    private readonly ref byte _source;
    private readonly ref byte _destination;
    private nint _read;
    private nint _written;
    private nint _nameStart;
    private nint _nameEnd;
    private int _count;

    private SessionParameters(ReadOnlySpan<byte> form, Span<byte> destination)
    {
        _form = form;
        _source = ref MemoryMarshal.GetReference(form);
        _destination = ref MemoryMarshal.GetReference(destination);
    }

    /// <summary>What is wrong with the parameters in a session, though they are right in a form.</summary>
    public RejectionReason Fault { get; private set; }

    /// <summary>The percent-encoded name of the parameter at fault, empty if it is the whole profile.</summary>
    public ReadOnlySpan<byte> FaultName =>
        Fault is RejectionReason.SessionValueTooLong ? _form[(int)_nameStart..(int)_nameEnd] : default;

    public readonly int Written => (int)_written;

    private static ReadOnlySpan<byte> Prefix => "&profile."u8;

    /// <summary>The room that a form of so many bytes takes before it is turned into JSON: blocks are read whole.</summary>
    public static int FormCapacity(int length) => length + 1 + BlockLength;

    /// <summary>The room for the JSON of a form: an <c>=</c> becomes three bytes, all else grows less; blocks are written whole.</summary>
    public static int JsonCapacity(int length) => (3 * length) + (2 * BlockLength);

    /// <summary>Turns a form into JSON; what was written counts only without a fault.</summary>
    /// <param name="form">Holds <see cref="FormCapacity"/> bytes, of which the first <paramref name="length"/> are the form.</param>
    /// <param name="length">The bytes of the form.</param>
    /// <param name="destination">Holds at least <see cref="JsonCapacity"/> bytes.</param>
    public static SessionParameters Write(Span<byte> form, int length, Span<byte> destination)
    {
        form = form[..FormCapacity(length)];
        form[length] = End;
        var json = new SessionParameters(form, destination[..JsonCapacity(length)]);
        json.Put("{\""u8);
        if (length == 0)
        {
            json._written--;
        }
        else
        {
            json.Run(length);
            json.Put("\""u8);
        }

        json.Put("}"u8);
        return json;
    }

    private void Run(nint length)
    {
        BeginName();
        while (true)
        {
            Vector128<byte> block = Vector128.LoadUnsafe(ref _source, (nuint)_read);
            block.StoreUnsafe(ref _destination, (nuint)_written);
            Vector128<byte> marks =
                Vector128.Equals(block, Vector128.Create((byte)'%'))
                | Vector128.Equals(block, Vector128.Create((byte)'='))
                | Vector128.Equals(block, Vector128.Create(End));
            int run = Math.Min(BlockLength, BitOperations.TrailingZeroCount(marks.ExtractMostSignificantBits()));
            _read += run;
            _written += run;
            if (run == BlockLength)
            {
                continue;
            }

            byte mark = Unsafe.Add(ref _source, _read);
            if (mark == (byte)'%')
            {
                WriteEscaped();
                Require(_read <= length);
            }
            else if (mark == (byte)'=')
            {
                Require(_nameEnd < _nameStart);
                _nameEnd = _read++;
                Put("\":\""u8);
            }
            else
            {
                Require(_nameEnd >= _nameStart);
                EndValue();
                if (_read == length || Fault is not RejectionReason.None)
                {
                    return;
                }

                Put("\",\""u8);
                BeginName();
                Require(_read <= length);
            }
        }
    }

    private void BeginName()
    {
        _read += Prefix.Length;
        _nameStart = _read;
    }

    // DELIVERY-2. The fault of a value is told before that of the number, as it names a parameter.
    private void EndValue()
    {
        int start = (int)_nameEnd + 1;
        int length = (int)_read - start;
        if (
            length > ProfileLimits.ValueLength
            && PercentEncoding.CountChars(_form.Slice(start, length)) > ProfileLimits.ValueLength
        )
        {
            Fault = RejectionReason.SessionValueTooLong;
        }
        else if (++_count > ProfileLimits.SessionParameters)
        {
            Fault = RejectionReason.SessionTooManyParameters;
        }
    }

    /// <summary>Writes the bytes of the escapes that follow each other here.</summary>
    private void WriteEscaped()
    {
        do
        {
            byte value = PercentEscapes.Read(ref Unsafe.Add(ref _source, _read));
            _read += PercentEscapes.Length;
            if (value is < 0x20 or (byte)'"' or (byte)'\\')
            {
                WriteJsonEscape(value);
            }
            else
            {
                Unsafe.Add(ref _destination, _written++) = value;
            }
        } while (Unsafe.Add(ref _source, _read) == (byte)'%');
    }

    private void WriteJsonEscape(byte value)
    {
        switch (value)
        {
            case (byte)'"':
                Put("\\\""u8);
                break;
            case (byte)'\\':
                Put("\\\\"u8);
                break;
            case (byte)'\n':
                Put("\\n"u8);
                break;
            case (byte)'\r':
                Put("\\r"u8);
                break;
            case (byte)'\t':
                Put("\\t"u8);
                break;
            default:
                Put("\\u00"u8);
                Unsafe.Add(ref _destination, _written++) = (byte)('0' + (value >> 4));
                Unsafe.Add(ref _destination, _written++) = "0123456789ABCDEF"u8[value & 0xF];
                break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Put(ReadOnlySpan<byte> constant)
    {
        constant.CopyTo(MemoryMarshal.CreateSpan(ref Unsafe.Add(ref _destination, _written), constant.Length));
        _written += constant.Length;
    }

    // A contract derived by hand may have written, as a literal, what is not percent-encoded.
    private static void Require(bool isEncoded)
    {
        if (!isEncoded)
        {
            throw new InvalidOperationException(
                "A contract wrote a literal that is not percent-encoded. Give WriteLiteral encoded text, or write it as a string."
            );
        }
    }
}
