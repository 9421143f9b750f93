namespace ProfileSchema.Generator.Model;

/// <summary>How the value of a parameter, or an element of it, becomes text.</summary>
/// <param name="Unwraps">Whether a nullable value is checked for null and unwrapped before it is written.</param>
internal abstract record ValueSpec(bool Unwraps);

/// <summary>The writer's own form for the type.</summary>
/// <param name="TakesLength">Whether the maximum length is passed to the writer.</param>
internal sealed record PlainValue(bool TakesLength, bool Unwraps) : ValueSpec(Unwraps);

/// <summary>A .NET format string, or the type's default format, with the invariant culture.</summary>
/// <param name="Method">The writer's method: one for types that format into UTF-8, one for those that cannot.</param>
internal sealed record FormattedValue(string Method, string? Format, bool Unwraps) : ValueSpec(Unwraps);

/// <summary>A method of the contract that knows the enum's values.</summary>
internal sealed record EnumValue(string WriterMethod) : ValueSpec(Unwraps: false);

/// <summary>A method of the contract that writes the flags of an enum as a list.</summary>
internal sealed record FlagsValue(string WriterMethod, string EncodedSeparator) : ValueSpec(Unwraps: false);

/// <summary>A hash of the value (HASH-1).</summary>
/// <param name="Format">The format of the hashed value, unless it is a string.</param>
internal sealed record HashedValue(HashKind Hash, bool IsText, string? Format, bool Unwraps) : ValueSpec(Unwraps);

/// <summary>What a converter writes.</summary>
/// <param name="Type">The type that the converter takes, from the global namespace.</param>
/// <param name="IsDynamic">Whether the value has to be cast, since a call with a dynamic one is bound at run time.</param>
internal sealed record ConvertedValue(string Type, string Converter, bool IsDynamic, bool Unwraps) : ValueSpec(Unwraps);

/// <summary>Texts that the writer joins (VALUE-5).</summary>
/// <param name="Cast">Whether the collection must be cast for the right overload.</param>
internal sealed record TextListValue(string EncodedSeparator, bool Cast) : ValueSpec(Unwraps: false);

/// <summary>Elements that the contract writes one by one, and the writer joins (VALUE-5).</summary>
/// <param name="CastTo">The interface to enumerate through, where the type itself has no fitting enumerator.</param>
/// <param name="ImmutableArray">The immutable array that may be behind the collection's interface. A default one is nothing.</param>
internal sealed record ListValue(
    ValueSpec Element,
    string EncodedSeparator,
    CollectionAccess Access,
    string? CastTo,
    string? ImmutableArray,
    bool Unwraps
) : ValueSpec(Unwraps);

/// <summary>How the elements of a collection are reached without allocation, where its type allows that.</summary>
internal enum CollectionAccess
{
    /// <summary>It is enumerated itself.</summary>
    Itself,

    /// <summary>A list's own memory.</summary>
    ListMemory,

    /// <summary>An immutable array's own memory. That of a default one is empty.</summary>
    ImmutableMemory,

    /// <summary>A segment's own memory. That of a default one is empty.</summary>
    SegmentMemory,

    /// <summary>The span of a memory.</summary>
    Span,

    /// <summary>By index.</summary>
    Indexed,
}
