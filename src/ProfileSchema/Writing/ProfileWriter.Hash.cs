using System.ComponentModel;
using System.Globalization;

namespace ProfileSchema;

/// <content>Values that leave the writer as a hash only (HASH-1).</content>
public ref partial struct ProfileWriter
{
    private const int HashedLength = 64;

    /// <summary>Writes the SHA-256 of text as 64 characters of lowercase hexadecimal digits. Null and empty text is written as no value.</summary>
    /// <param name="name">The percent-encoded name of the parameter.</param>
    /// <param name="value">The text. It is rejected if it contains an unpaired surrogate or <paramref name="hash"/> cannot normalize it.</param>
    /// <param name="hash">How the text is normalized and hashed.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void WriteHashed(scoped ReadOnlySpan<byte> name, string? value, ProfileHash hash)
    {
        if (string.IsNullOrEmpty(value))
        {
            WriteNull(name);
            return;
        }

        Span<byte> hashed = stackalloc byte[HashedLength];
        RejectionReason reason = HashedText.Write(value, hash, hashed);
        if (reason is RejectionReason.None)
        {
            WriteLiteral(name, hashed);
        }
        else
        {
            Reject(name, reason);
        }
    }

    /// <summary>Writes the SHA-256 of a value's text in the invariant culture.</summary>
    /// <typeparam name="T">A type whose text has at most 256 bytes of UTF-8, such as a GUID or an integer.</typeparam>
    /// <param name="name">The percent-encoded name of the parameter.</param>
    /// <param name="value">The value.</param>
    /// <param name="format">The format string; null for the default of the type.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void WriteHashed<T>(scoped ReadOnlySpan<byte> name, T value, string? format = null)
        where T : struct, IUtf8SpanFormattable
    {
        Span<byte> hashed = stackalloc byte[HashedLength];
        if (TryHash(value, format, hashed))
        {
            WriteLiteral(name, hashed);
        }
        else
        {
            Reject(name, RejectionReason.ValueTooLong);
        }
    }

    /// <summary>Writes the SHA-256 of an ID as the key, so that the plain ID is never sent.</summary>
    /// <param name="key">The key. It is rejected if it is null, empty or white space, or if <paramref name="hash"/> cannot normalize it.</param>
    /// <param name="hash">How the ID is normalized and hashed.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void WriteKey(string? key, ProfileHash hash)
    {
        if (string.IsNullOrWhiteSpace(key))
        {
            RejectKey(RejectionReason.KeyMissing);
            return;
        }

        Span<byte> hashed = stackalloc byte[HashedLength];
        RejectionReason reason = HashedText.Write(key, hash, hashed);
        if (reason is RejectionReason.None)
        {
            WriteHashedKey(hashed);
        }
        else
        {
            RejectKey(reason);
        }
    }

    /// <summary>Writes the SHA-256 of a key's text in the invariant culture.</summary>
    /// <typeparam name="T">A type whose text has at most 256 bytes of UTF-8, such as a GUID or an integer.</typeparam>
    /// <param name="key">The key.</param>
    /// <param name="hash">
    /// <see cref="ProfileHash.Sha256"/>. With any other the key is rejected, because the value is neither an e-mail address nor a
    /// phone number.
    /// </param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void WriteKey<T>(T key, ProfileHash hash)
        where T : struct, IUtf8SpanFormattable
    {
        if (hash is not ProfileHash.Sha256)
        {
            RejectKey(RejectionReason.NotNormalizable);
            return;
        }

        Span<byte> hashed = stackalloc byte[HashedLength];
        if (TryHash(key, format: null, hashed))
        {
            WriteHashedKey(hashed);
        }
        else
        {
            RejectKey(RejectionReason.KeyTooLong);
        }
    }

    private void WriteHashedKey(scoped ReadOnlySpan<byte> hashed)
    {
        BeginKey(HashedLength);
        hashed.CopyTo(_buffer[_position..]);
        EndKey(HashedLength);
    }

    private static bool TryHash<T>(T value, string? format, Span<byte> hashed)
        where T : struct, IUtf8SpanFormattable
    {
        Span<byte> utf8 = stackalloc byte[FormatCapacity];
        if (!value.TryFormat(utf8, out int length, format, CultureInfo.InvariantCulture))
        {
            return false;
        }

        HashedText.WriteUtf8(utf8[..length], hashed);
        return true;
    }
}
