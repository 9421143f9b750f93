namespace ProfileSchema;

/// <summary>Converts values to text, for types that the library does not support or for text of another form.</summary>
/// <typeparam name="T">The type of the value. Null is not passed to the converter.</typeparam>
public interface IProfileConverter<in T>
{
    /// <summary>Writes a value as UTF-8 text, not percent-encoded.</summary>
    /// <param name="value">The value.</param>
    /// <param name="utf8">
    /// The buffer for the text, with at least 256 bytes. If the method returns <see langword="false"/>, it is called again with a larger
    /// buffer, of up to three bytes for each character that the parameter allows.
    /// </param>
    /// <param name="written">The number of bytes written, or 0 to send no value (VALUE-4).</param>
    /// <returns><see langword="false"/> if the text does not fit. A value that never fits is rejected.</returns>
    static abstract bool TryFormat(T value, Span<byte> utf8, out int written);
}
