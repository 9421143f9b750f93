namespace ProfileSchema.Generator.Model;

/// <summary>How the value of a parameter becomes text.</summary>
internal abstract record ValueSpec;

/// <summary>The writer's own form for the type.</summary>
internal sealed record PlainValue : ValueSpec;

/// <summary>A .NET format string, or the type's default format, with the invariant culture.</summary>
internal sealed record FormattedValue(string? Format) : ValueSpec;

/// <summary>A method of the contract that knows the enum's values.</summary>
internal sealed record EnumValue(string WriterMethod) : ValueSpec;
