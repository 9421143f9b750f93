using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ProfileSchema;

/// <content>
/// Lists of strings. Their lengths and separators are checked in the source text, so the output is not read again.
/// </content>
public ref partial struct ProfileWriter
{
    private void WriteTexts(
        scoped ReadOnlySpan<byte> name,
        scoped ReadOnlySpan<string?> values,
        scoped ReadOnlySpan<byte> separator,
        int maxLength
    )
    {
        int length = 0;
        bool isEscaped = separator is [(byte)'%', ..];
        WriteNull(name);
        foreach (string? value in values)
        {
            if (string.IsNullOrEmpty(value))
            {
                continue;
            }

            bool isFirst = length == 0;
            length += isFirst ? value.Length : value.Length + 1;
            if ((uint)length > (uint)Math.Min(maxLength, ProfileLimits.ProfileBytes))
            {
                RejectValue(name, length > maxLength ? RejectionReason.ValueTooLong : RejectionReason.ProfileTooLarge);
                return;
            }

            ref byte destination = ref BeginText(name, isFirst, separator, PercentEncoding.MaxLength(value.Length));
            int written = EncodedText.Write(value, ref destination);

            // Text that needed no escape contains no separator that is an escape.
            if ((written != value.Length || !isEscaped) && !IsElement(name, value, ref destination, written, separator))
            {
                return;
            }

            _position += written;
        }
    }

    /// <summary>Writes the text before an element and returns the position of the element, with the given capacity in bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref byte BeginText(
        scoped ReadOnlySpan<byte> name,
        bool isFirst,
        scoped ReadOnlySpan<byte> separator,
        int capacity
    )
    {
        if (!isFirst)
        {
            Reserve(capacity + separator.Length);
            if (separator.Length == PercentEscapes.Length)
            {
                ref byte end = ref End;
                Unsafe.WriteUnaligned(ref end, Unsafe.ReadUnaligned<ushort>(ref MemoryMarshal.GetReference(separator)));
                Unsafe.Add(ref end, 2) = separator[2];
            }
            else
            {
                separator.CopyTo(_buffer[_position..]);
            }

            _position += separator.Length;
        }
        else if (_form is ProfileForm.Parameters)
        {
            WriteParameterName(name, capacity);
        }
        else
        {
            Reserve(capacity);
        }

        return ref End;
    }

    private bool IsElement(
        scoped ReadOnlySpan<byte> name,
        string value,
        ref byte encoded,
        int length,
        scoped ReadOnlySpan<byte> separator
    )
    {
        if (length < 0)
        {
            RejectValue(name, RejectionReason.InvalidUnicode);
            return false;
        }

        // No letter or digit separates, so a match among escapes is the separator itself and no part of one.
        bool holdsSeparator =
            separator.Length <= PercentEscapes.Length
                ? length != PercentEncoding.MaxBytesPerChar * value.Length && value.Contains(Decode(separator))
                : MemoryMarshal.CreateReadOnlySpan(ref encoded, length).IndexOf(separator) >= 0;
        if (holdsSeparator)
        {
            RejectValue(name, RejectionReason.SeparatorInElement);
        }

        return !holdsSeparator;
    }

    /// <summary>Decodes the separator, an ASCII character. Text that takes nine bytes for each character contains no ASCII.</summary>
    private static char Decode(scoped ReadOnlySpan<byte> separator) =>
        (char)(separator.Length == 1 ? separator[0] : PercentEscapes.Read(ref MemoryMarshal.GetReference(separator)));

    [DoesNotReturn]
    private static void ThrowListOpen() =>
        throw new InvalidOperationException("A list was begun and not ended. Call EndList before the next list.");
}
