using System.ComponentModel;
using System.Globalization;

namespace ProfileSchema;

/// <content>Values that leave the writer as a hash only (HASH-1).</content>
public ref partial struct ProfileWriter
{
    private const int HashedLength = 64;

    /// <summary>Writes the SHA-256 of text as 64 characters of lower-case hex. Null and empty are nothing.</summary>
    /// <param name="name">The percent-encoded name of the parameter.</param>
    /// <param name="value">Rejected if it holds an unpaired surrogate, or is not of the kind that <paramref name="hash"/> takes.</param>
    /// <param name="hash">How the text is normalised before.</param>
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
    /// <param name="format">The format string; null for the type's own default.</param>
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

    /// <summary>Writes the SHA-256 of a customer's id as the key, so that the clear id never leaves the writer.</summary>
    /// <param name="key">Rejected if null, empty or blank, or not of the kind that <paramref name="hash"/> takes.</param>
    /// <param name="hash">How the id is normalised before.</param>
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
