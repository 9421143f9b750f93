using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ProfileSchema;

public ref partial struct ProfileWriter
{
    private const int LiteralSize = 16;

    /// <summary>Writes a parameter without a value: an empty field in a batch, nothing in a single update (VALUE-4).</summary>
    /// <param name="name">The percent-encoded name of the parameter.</param>
    public void WriteNull(scoped ReadOnlySpan<byte> name)
    {
        if (_form is ProfileForm.BatchRow)
        {
            EndValue(ref BeginValue(name, 0), 0);
        }
        else if (_form is ProfileForm.Parameters)
        {
            _parameters++;
            _nullAt = _position;
        }
    }

    /// <summary>Writes the null replacement if the parameter that was written last has no value (VALUE-4).</summary>
    /// <param name="name">The percent-encoded name of the parameter that was written last.</param>
    /// <param name="encoded">The percent-encoded null replacement.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void WriteNullReplacement(scoped ReadOnlySpan<byte> name, scoped ReadOnlySpan<byte> encoded)
    {
        bool isNull = _form is ProfileForm.BatchRow ? _buffer[_position - 1] == (byte)',' : _nullAt == _position;
        if (!isNull || _fault is not RejectionReason.None)
        {
            return;
        }

        if (_form is ProfileForm.Parameters)
        {
            WriteParameterName(name, encoded.Length);
        }

        Reserve(encoded.Length);
        encoded.CopyTo(_buffer[_position..]);
        _position += encoded.Length;
    }

    /// <summary>Writes text. Null and empty text is written as no value.</summary>
    /// <param name="name">The percent-encoded name of the parameter.</param>
    /// <param name="value">The text. It is rejected if it is longer than <paramref name="maxLength"/> or contains an unpaired surrogate.</param>
    /// <param name="maxLength">The maximum length of the value before encoding, in UTF-16 characters (VALUE-2).</param>
    public void Write(scoped ReadOnlySpan<byte> name, string? value, int maxLength = ProfileLimits.ValueLength)
    {
        if (string.IsNullOrEmpty(value))
        {
            WriteNull(name);
            return;
        }

        if (value.Length > Math.Min(maxLength, ProfileLimits.ProfileBytes))
        {
            RejectLength(name, value.Length > maxLength);
            return;
        }

        ref byte destination = ref BeginValue(name, PercentEncoding.MaxLength(value.Length));
        EndText(name, ref destination, EncodedText.Write(value, ref destination));
    }

    /// <summary>Writes one character. An unpaired surrogate is rejected (URL-3).</summary>
    /// <param name="name">The percent-encoded name of the parameter.</param>
    /// <param name="value">The character; <c>U+0000</c> is sent as <c>%00</c>, as any other.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void Write(scoped ReadOnlySpan<byte> name, char value) =>
        WriteText(name, [value], ProfileLimits.ValueLength);

    /// <summary>Writes an address as it was given (<see cref="Uri.OriginalString"/>).</summary>
    /// <param name="name">The percent-encoded name of the parameter.</param>
    /// <param name="value">The address. Null is written as no value.</param>
    /// <param name="maxLength">The maximum length of the address before encoding, in UTF-16 characters (VALUE-2).</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void Write(scoped ReadOnlySpan<byte> name, Uri? value, int maxLength = ProfileLimits.ValueLength) =>
        WriteText(name, value?.OriginalString, maxLength);

    /// <summary>Writes <c>true</c> or <c>false</c> (VALUE-7).</summary>
    /// <param name="name">The percent-encoded name of the parameter.</param>
    /// <param name="value">The value.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void Write(scoped ReadOnlySpan<byte> name, bool value)
    {
        // Word and length are chosen by arithmetic, without a branch: no one can foresee a boolean.
        int index = value ? 1 : 0;
        ref byte destination = ref BeginValue(name, sizeof(ulong));
        ref byte words = ref MemoryMarshal.GetReference("false   true    "u8);
        Unsafe.WriteUnaligned(
            ref destination,
            Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref words, index * sizeof(ulong)))
        );
        EndValue(ref destination, 5 - index);
    }

    /// <summary>Writes bytes as they are, such as the name of an enum value that was encoded at compile time.</summary>
    /// <param name="name">The percent-encoded name of the parameter.</param>
    /// <param name="encoded">The percent-encoded value.</param>
    /// <remarks>Inlined, so that a constant of known length is copied by a store or two.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void WriteLiteral(scoped ReadOnlySpan<byte> name, scoped ReadOnlySpan<byte> encoded)
    {
        ref byte destination = ref BeginValue(name, encoded.Length);
        encoded.CopyTo(MemoryMarshal.CreateSpan(ref destination, encoded.Length));
        EndValue(ref destination, encoded.Length);
    }

    /// <summary>Writes one of several constants, such as the names of an enum's values, without a branch for each of them.</summary>
    /// <param name="name">The percent-encoded name of the parameter.</param>
    /// <param name="table">
    /// Sixteen bytes for each constant: up to fifteen of its percent-encoded text, any others, and last how many count.
    /// </param>
    /// <param name="index">The index of the constant in the table.</param>
    /// <exception cref="ArgumentOutOfRangeException">The table has no entry at this index.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void WriteLiteral(scoped ReadOnlySpan<byte> name, scoped ReadOnlySpan<byte> table, int index)
    {
        ReadOnlySpan<byte> entry = table.Slice(LiteralSize * index, LiteralSize);
        ref byte destination = ref BeginValue(name, LiteralSize);
        Unsafe.WriteUnaligned(ref destination, Unsafe.ReadUnaligned<Int128>(ref MemoryMarshal.GetReference(entry)));
        EndValue(ref destination, entry[LiteralSize - 1] & (LiteralSize - 1));
    }

    private void WriteText(scoped ReadOnlySpan<byte> name, scoped ReadOnlySpan<char> value, int maxLength)
    {
        if (value.IsEmpty)
        {
            WriteNull(name);
            return;
        }

        if (value.Length > Math.Min(maxLength, ProfileLimits.ProfileBytes))
        {
            RejectLength(name, value.Length > maxLength);
            return;
        }

        ref byte destination = ref BeginValue(name, PercentEncoding.MaxLength(value.Length));
        EndText(name, ref destination, EncodedText.Write(value, ref destination));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void EndText(scoped ReadOnlySpan<byte> name, ref byte destination, int written)
    {
        EndValue(ref destination, written);
        if (written < 0)
        {
            RejectValue(name, RejectionReason.InvalidUnicode);
            _position++;
        }
    }

    private void RejectLength(scoped ReadOnlySpan<byte> name, bool isOverLimit) =>
        Reject(name, isOverLimit ? RejectionReason.ValueTooLong : RejectionReason.ProfileTooLarge);
}
