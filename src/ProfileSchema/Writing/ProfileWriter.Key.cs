using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace ProfileSchema;

public ref partial struct ProfileWriter
{
    /// <summary>Writes the key of the profile, before any parameter.</summary>
    /// <param name="key">The key. It is rejected if it is null or white space, too long, or contains characters that Target does not support (ID-3, ID-4).</param>
    public void WriteKey(string? key)
    {
        // A key of unreserved characters needs no escape, and its only invalid forms are . and .., which are shorter.
        if (TextBlock.IsStringTailSupported && key is { Length: > 2 and <= TextBlock.Length } && TryWriteShortKey(key))
        {
            return;
        }

        WriteAnyKey(key);
    }

    private void WriteAnyKey(string? key)
    {
        _keyText = key;
        RejectionReason reason = ProfileKeyRules.CheckForm(_keyKind, key);
        if (reason is not RejectionReason.None)
        {
            RejectKey(reason);
            return;
        }

        if (key!.Length > ProfileLimits.ProfileBytes)
        {
            RejectKey(RejectionReason.ProfileTooLarge);
            return;
        }

        BeginKey(PercentEncoding.MaxLength(key.Length));
        int written = EncodedText.Write(key, ref End);
        if (written < 0)
        {
            RejectKey(RejectionReason.InvalidUnicode);
            return;
        }

        EndKey(written);
    }

    /// <summary>Writes a key of 36 characters, lowercase hexadecimal digits with hyphens.</summary>
    /// <param name="key">The key.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void WriteKey(Guid key) => WriteFormattedKey(key, 36);

    /// <summary>Writes an integer as the key, in decimal digits.</summary>
    /// <param name="key">The key.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void WriteKey(long key) => WriteFormattedKey(key, 20);

    /// <inheritdoc cref="WriteKey(long)"/>
    /// <remarks>Without this overload a call with a narrow unsigned integer would be ambiguous.</remarks>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void WriteKey(uint key) => WriteFormattedKey(key, 10);

    /// <inheritdoc cref="WriteKey(long)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void WriteKey(ulong key) => WriteFormattedKey(key, 20);

    /// <inheritdoc cref="WriteKey(long)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void WriteKey(Int128 key) => WriteFormattedKey(key, 40);

    /// <inheritdoc cref="WriteKey(long)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void WriteKey(UInt128 key) => WriteFormattedKey(key, 40);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private unsafe bool TryWriteShortKey(string key)
    {
        int start = _position;
        BeginKey(TextBlock.Length);
        TextBlock block;
        fixed (char* source = key)
        {
            block = TextBlock.LoadStringTail(source, key.Length);
        }

        if (BitOperations.TrailingZeroCount(block.Reserved) != key.Length)
        {
            _position = start;
            return false;
        }

        block.Store(ref End);

        EndKey(key.Length);
        return true;
    }

    private void WriteFormattedKey<T>(T key, int maxBytes)
        where T : IUtf8SpanFormattable
    {
        BeginKey(maxBytes);
        EndKey(FormatPlain(key));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void BeginKey(int capacity)
    {
        if (_form is ProfileForm.Parameters)
        {
            BeginKeyParameter(capacity);
        }
        else
        {
            Reserve(capacity);
        }

        _keyStart = _position;
    }

    private void BeginKeyParameter(int capacity)
    {
        // ID-1
        ReadOnlySpan<byte> name = _keyKind is ProfileKeyKind.ThirdPartyId ? "mbox3rdPartyId="u8 : "mboxPC="u8;
        Reserve(name.Length + capacity);
        CopyShort(name, ref End);
        _position += name.Length;
    }

    private void EndKey(int written)
    {
        _position += written;
        _keyEnd = _position;
    }

    private void RejectKey(RejectionReason reason)
    {
        _fault = reason;
        _faultParameter = null;
    }
}
