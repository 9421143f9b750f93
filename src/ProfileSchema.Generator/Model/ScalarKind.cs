namespace ProfileSchema.Generator.Model;

/// <summary>The kinds of value that the writer knows.</summary>
internal enum ScalarKind
{
    String,
    Char,
    Boolean,
    SByte,
    Byte,
    Int16,
    UInt16,
    Int32,
    UInt32,
    Int64,
    UInt64,
    IntPtr,
    UIntPtr,
    Int128,
    UInt128,
    Half,
    Single,
    Double,
    Decimal,
    Guid,
    DateTime,
    DateTimeOffset,
    DateOnly,
    TimeOnly,
    TimeSpan,
    Uri,
    Enum,
}

internal static class ScalarKindTraits
{
    extension(ScalarKind kind)
    {
        public bool IsInteger => kind is >= ScalarKind.SByte and <= ScalarKind.UInt128;

        public bool CanBeKey => kind is ScalarKind.String or ScalarKind.Guid || kind.IsInteger;

        /// <summary>
        /// Whether the compiler could not choose a method of the writer: these convert to <c>long</c>, and also to
        /// <c>Half</c> or <c>UInt128</c>, none of which is better.
        /// </summary>
        public bool IsAmbiguous =>
            kind is ScalarKind.SByte or ScalarKind.Byte or ScalarKind.UInt16 or ScalarKind.UInt32;

        /// <summary>Whether <c>WriteFormatted</c> can do anything with it; an enum has formats of its own.</summary>
        public bool TakesFormat => kind is >= ScalarKind.SByte and <= ScalarKind.TimeSpan;
    }
}
