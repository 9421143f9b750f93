using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace ProfileSchema;

/// <content>The output: the text before each value, and the capacity of the buffer.</content>
public ref partial struct ProfileWriter
{
    /// <summary>Begins a value and returns the position at which to write it, with the given capacity in bytes.</summary>
    /// <remarks>
    /// Call <see cref="EndValue"/> afterwards. It sets the position once for each value, because the position is the only data dependency
    /// between values. Values are written by reference, because slicing a span takes longer than writing most values.
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

    /// <summary>Ends a value with the given number of bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void EndValue(ref byte destination, int written) =>
        _position = (int)Unsafe.ByteOffset(ref MemoryMarshal.GetReference(_buffer), ref destination) + written;

    /// <summary>Begins a value of a single update in the usual case. It contains no call, so no registers are saved.</summary>
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

    /// <summary>Gets the position of the next byte.</summary>
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

    /// <summary>Copies 4 to 16 bytes by two overlapping stores, in half the time of a general copy.</summary>
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
            // The profile is already too large (VALUE-6). Its bytes are dropped, so that memory stays bounded.
            _fault = _fault is RejectionReason.None ? RejectionReason.ProfileTooLarge : _fault;
            _position = Math.Max(_start, _keyEnd);
            if (_buffer.Length - _position >= bytes)
            {
                return;
            }
        }

        // The output can reuse its previous memory when more is requested, so the bytes are copied through a pooled
        // buffer.
        int start = _start;
        Flush();
        byte[] kept = ArrayPool<byte>.Shared.Rent(_position);
        _buffer[.._position].CopyTo(kept);
        int needed = _position + bytes;
        _buffer = _output.GetSpan(Math.Max(needed, _buffer.Length * 2));
        if (_buffer.Length < needed)
        {
            // Values are written by reference, without bounds checks, so the size must be verified.
            throw new InvalidOperationException("The IBufferWriter returned less memory than requested.");
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
