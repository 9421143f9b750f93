namespace ProfileSchema.Generator.Model;

/// <summary>The type of a value that the writer knows, without its symbol.</summary>
/// <param name="Name">As source, from the global namespace; for a nullable value type the type beneath.</param>
/// <param name="Kind">What the writer takes it for.</param>
/// <param name="IsNullable">Whether it may be null; where nullability is unknown, a reference may.</param>
internal sealed record TypeRef(string Name, ScalarKind Kind, bool IsNullable);
