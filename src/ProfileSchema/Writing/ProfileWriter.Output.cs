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
    /// <see cref="EndValue"/> follows it and moves the position, once a value: from one to the next the position is all
    /// that they wait for. Values go through a reference, because slicing a span for each takes longer than to write most.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref byte BeginValue(scoped ReadOnlySpan<byte> name, int capacity)
    {
        int position = _position;
        if (_form is not ProfileForm.BatchRow || _buffer.Length - position <= capacity)
        {
            return ref BeginParameter(name, capacity);
        }

        _parameters++;
        ref byte separator = ref Unsafe.Add(ref MemoryMarshal.GetReference(_buffer), position);
        separator = (byte)',';
        return ref Unsafe.Add(ref separator, 1);
    }

    /// <summary>Ends a value of so many bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void EndValue(ref byte destination, int written) =>
        _position = (int)Unsafe.ByteOffset(ref MemoryMarshal.GetReference(_buffer), ref destination) + written;

    /// <summary>Begins a value in a form, if all is as it mostly is; calls nothing, and so has no registers to save.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref byte BeginParameter(scoped ReadOnlySpan<byte> name, int capacity)
    {
        int position = _position;
        int length = Prefix.Length + name.Length + 1;
        if (
            _form is not ProfileForm.Parameters
            || !ShortName.IsShort(name)
            || _buffer.Length - position < length + ShortName.Slack + capacity
        )
        {
            return ref BeginValueSlowly(name, capacity);
        }

        _parameters++;
        ref byte destination = ref Unsafe.Add(ref MemoryMarshal.GetReference(_buffer), position);
        ShortName.Write(name, ref destination);
        return ref Unsafe.Add(ref destination, length);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ref byte BeginValueSlowly(scoped ReadOnlySpan<byte> name, int capacity)
    {
        if (_form is ProfileForm.List)
        {
            BeginElement(name);
            Reserve(capacity);
            return ref End;
        }

        _parameters++;
        if (_form is ProfileForm.Parameters)
        {
            WriteParameterName(name, capacity);
        }
        else
        {
            Reserve(capacity + 1);
            _buffer[_position++] = (byte)',';
        }

        return ref End;
    }

    /// <summary>Where the next byte goes.</summary>
    private readonly ref byte End
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref Unsafe.Add(ref MemoryMarshal.GetReference(_buffer), _position);
    }

    private static ReadOnlySpan<byte> Prefix => "&profile."u8;

    private void WriteParameterName(scoped ReadOnlySpan<byte> name, int capacity)
    {
        int length = Prefix.Length + name.Length + 1;
        Reserve(length + capacity);
        Span<byte> destination = _buffer.Slice(_position, length);
        Prefix.CopyTo(destination);
        name.CopyTo(destination[Prefix.Length..]);
        destination[^1] = (byte)'=';
        _position += length;
    }

    /// <summary>Copies 4 to 16 bytes by two words that overlap, which takes half the time of a call that copies anything.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void CopyShort(scoped ReadOnlySpan<byte> name, ref byte destination)
    {
        ref byte source = ref MemoryMarshal.GetReference(name);
        if (name.Length >= sizeof(ulong))
        {
            int last = name.Length - sizeof(ulong);
            Unsafe.WriteUnaligned(ref destination, Unsafe.ReadUnaligned<ulong>(ref source));
            ulong end = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref source, last));
            Unsafe.WriteUnaligned(ref Unsafe.Add(ref destination, last), end);
        }
        else
        {
            int last = name.Length - sizeof(uint);
            Unsafe.WriteUnaligned(ref destination, Unsafe.ReadUnaligned<uint>(ref source));
            uint end = Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref source, last));
            Unsafe.WriteUnaligned(ref Unsafe.Add(ref destination, last), end);
        }
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
        int needed = _position + bytes;
        _buffer = _output.GetSpan(Math.Max(needed, _buffer.Length * 2));
        if (_buffer.Length < needed)
        {
            // Values are written through references from here on: an output that breaks its word must not be believed.
            throw new InvalidOperationException("The IBufferWriter gave less memory than it was asked for.");
        }

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
