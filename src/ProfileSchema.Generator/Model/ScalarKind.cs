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

        /// <summary>Whether no value is negative.</summary>
        public bool IsUnsigned =>
            kind
                is ScalarKind.Byte
                    or ScalarKind.UInt16
                    or ScalarKind.UInt32
                    or ScalarKind.UInt64
                    or ScalarKind.UIntPtr
                    or ScalarKind.UInt128;

        public bool CanBeKey => kind is ScalarKind.String or ScalarKind.Guid || kind.IsInteger;

        /// <summary>Whether the writer has no method of its own for it, so that the type's default format writes it.</summary>
        public bool FormatsItself => kind is ScalarKind.Int128 or ScalarKind.UInt128 or ScalarKind.Half;

        /// <summary>Whether <c>WriteFormatted</c> can do anything with it; an enum has formats of its own.</summary>
        public bool TakesFormat => kind is >= ScalarKind.SByte and <= ScalarKind.TimeSpan;

        /// <summary>Whether the writer's own method takes the length that a value may have.</summary>
        public bool TakesLength => kind is ScalarKind.String or ScalarKind.Uri;

        /// <summary>The format of the writer's own form, where it is not the type's default.</summary>
        public string? OwnFormat =>
            kind is ScalarKind.DateTime or ScalarKind.DateTimeOffset or ScalarKind.DateOnly or ScalarKind.TimeOnly
                ? "O"
                : null;

        /// <summary>Whether equal values have equal text, so that their hashes can be compared.</summary>
        public bool CanBeHashed => kind.CanBeKey || kind is >= ScalarKind.DateTime and <= ScalarKind.TimeSpan;
    }
}
