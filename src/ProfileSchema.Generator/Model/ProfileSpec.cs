namespace ProfileSchema.Generator.Model;

/// <summary>All that the emitter needs to know of one profile.</summary>
/// <remarks>
/// Specs pass through the pipeline, whose cache compares them by value: they hold strings, numbers, enums and other specs,
/// in equatable arrays, and never a symbol, a syntax node, a location or a compilation.
/// </remarks>
/// <param name="Hierarchy">Where the contract is emitted.</param>
/// <param name="Type">The profile's type, from the global namespace.</param>
/// <param name="ContractClass">A name for the nested contract class that collides with no member of the type.</param>
/// <param name="Enums">One for each method that writes an enum.</param>
/// <param name="ReadsForbidden">Whether a member may only be used by obsolete code (<c>[Obsolete(…, error: true)]</c>).</param>
internal sealed record ProfileSpec(
    TypeHierarchy Hierarchy,
    string Type,
    string ContractClass,
    KeySpec Key,
    EquatableArray<ParameterSpec> Parameters,
    EquatableArray<EnumSpec> Enums,
    bool ReadsForbidden
);
