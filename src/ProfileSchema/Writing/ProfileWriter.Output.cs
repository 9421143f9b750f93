using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace ProfileSchema;

/// <content>Where a value goes: what stands before it, and the room for it.</content>
public ref partial struct ProfileWriter
{
    /// <summary>Begins a value and returns where it is to be written, with room for so many bytes.</summary>
    /// <remarks>
    /// Whoever writes there adds what counts to the position. Values go through a reference, because slicing a span for
    /// each of them takes longer than to write most of them.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref byte BeginValue(scoped ReadOnlySpan<byte> name, int capacity)
    {
        int position = _position;
        if (_form is not ProfileForm.BatchRow || _buffer.Length - position <= capacity)
        {
            return ref BeginValueSlowly(name, capacity);
        }

        _parameters++;
        _position = position + 1;
        ref byte separator = ref Unsafe.Add(ref MemoryMarshal.GetReference(_buffer), position);
        separator = (byte)',';
        return ref Unsafe.Add(ref separator, 1);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ref byte BeginValueSlowly(scoped ReadOnlySpan<byte> name, int capacity)
    {
        switch (_form)
        {
            case ProfileForm.Parameters:
                _parameters++;
                WriteParameterName(name, capacity);
                break;
            case ProfileForm.List:
                BeginElement(name);
                Reserve(capacity);
                break;
            default:
                _parameters++;
                Reserve(capacity + 1);
                _buffer[_position++] = (byte)',';
                break;
        }

        return ref End;
    }

    /// <summary>Where the next byte goes.</summary>
    private readonly ref byte End
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref Unsafe.Add(ref MemoryMarshal.GetReference(_buffer), _position);
    }

    private void WriteParameterName(scoped ReadOnlySpan<byte> name, int capacity)
    {
        // NAME-1: a parameter of a single update is named profile.NAME.
        ReadOnlySpan<byte> prefix = "&profile."u8;
        int length = prefix.Length + name.Length + 1;
        Reserve(length + capacity);
        Span<byte> destination = _buffer.Slice(_position, length);
        prefix.CopyTo(destination);
        name.CopyTo(destination[prefix.Length..]);
        destination[^1] = (byte)'=';
        _position += length;
        _isLastNothing = false;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void RejectValue(scoped ReadOnlySpan<byte> name, RejectionReason reason)
    {
        if (_fault is RejectionReason.None)
        {
            _fault = reason;
            _faultParameter = Uri.UnescapeDataString(Encoding.ASCII.GetString(name));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Reserve(int bytes)
    {
        if (_buffer.Length - _position < bytes)
        {
            Grow(bytes);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow(int bytes)
    {
        if (_position - _start > ProfileLimits.ProfileBytes)
        {
            // The profile is refused whatever follows (VALUE-6); what was written is dropped, so that memory stays bounded.
            _fault = _fault is RejectionReason.None ? RejectionReason.ProfileTooLarge : _fault;
            _position = Math.Max(_start, _keyEnd);
            if (_buffer.Length - _position >= bytes)
            {
                return;
            }
        }

        // The output may reuse the memory that it gave before as soon as it is asked for more, so the bytes travel
        // through a buffer of our own.
        int start = _start;
        Flush();
        byte[] kept = ArrayPool<byte>.Shared.Rent(_position);
        _buffer[.._position].CopyTo(kept);
        _buffer = _output.GetSpan(Math.Max(_position + bytes, _buffer.Length * 2));
        kept.AsSpan(0, _position).CopyTo(_buffer);
        ArrayPool<byte>.Shared.Return(kept, clearArray: true);
        if (_keyEnd > 0)
        {
            _keyStart -= start;
            _keyEnd -= start;
        }

        if (_elementStart > 0)
        {
            _elementStart -= start;
        }
    }
}
