namespace ProfileSchema;

/// <summary>Writes values of a type that the schema language does not know, or not in the way that is needed.</summary>
/// <typeparam name="T">The type of the member. A null is nothing and never reaches the converter.</typeparam>
public interface IProfileConverter<in T>
{
    /// <summary>Writes a value as UTF-8 text, not percent-encoded.</summary>
    /// <param name="value">The value.</param>
    /// <param name="utf8">
    /// Takes the text. It holds at least 256 bytes; where that was too little, the method is called again with more, up to
    /// three bytes for each character that the parameter allows.
    /// </param>
    /// <param name="written">The bytes written; none means that the value is nothing (VALUE-4).</param>
    /// <returns>False if the text does not fit. A value for which it never fits is rejected.</returns>
    static abstract bool TryFormat(T value, Span<byte> utf8, out int written);
}
