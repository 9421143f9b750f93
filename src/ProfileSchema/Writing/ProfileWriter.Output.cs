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

    private void WriteParameterName(scoped ReadOnlySpan<byte> name, int capacity)
    {
        // NAME-1: a parameter of a single update is named profile.NAME.
        ReadOnlySpan<byte> prefix = "&profile."u8;
        Reserve(prefix.Length + name.Length + 1 + capacity);
        ref byte destination = ref End;
        prefix.CopyTo(MemoryMarshal.CreateSpan(ref destination, prefix.Length));
        destination = ref Unsafe.Add(ref destination, prefix.Length);
        CopyName(name, ref destination);
        Unsafe.Add(ref destination, name.Length) = (byte)'=';
        _position += prefix.Length + name.Length + 1;
        _isLastNothing = false;
    }

    /// <summary>Copies a name by two words that overlap, which for names takes half the time of a call that copies anything.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void CopyName(scoped ReadOnlySpan<byte> name, ref byte destination)
    {
        ref byte source = ref MemoryMarshal.GetReference(name);
        if (name.Length is >= sizeof(ulong) and <= 2 * sizeof(ulong))
        {
            int last = name.Length - sizeof(ulong);
            Unsafe.WriteUnaligned(ref destination, Unsafe.ReadUnaligned<ulong>(ref source));
            ulong end = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref source, last));
            Unsafe.WriteUnaligned(ref Unsafe.Add(ref destination, last), end);
        }
        else if (name.Length is >= sizeof(uint) and < sizeof(ulong))
        {
            int last = name.Length - sizeof(uint);
            Unsafe.WriteUnaligned(ref destination, Unsafe.ReadUnaligned<uint>(ref source));
            uint end = Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref source, last));
            Unsafe.WriteUnaligned(ref Unsafe.Add(ref destination, last), end);
        }
        else
        {
            name.CopyTo(MemoryMarshal.CreateSpan(ref destination, name.Length));
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
