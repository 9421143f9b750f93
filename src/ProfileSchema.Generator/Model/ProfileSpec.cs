namespace ProfileSchema.Generator.Model;

/// <summary>All that the emitter needs to know of one profile.</summary>
/// <remarks>
/// Specs pass through the pipeline, whose cache compares them by value: they hold strings, numbers, enums and other specs,
/// in equatable arrays, and never a symbol, a syntax node, a location or a compilation.
/// </remarks>
/// <param name="Hierarchy">Where the contract is emitted.</param>
/// <param name="Name">The profile's name in messages.</param>
/// <param name="Type">The profile's type, from the global namespace.</param>
/// <param name="Place">The property that returns the contract in a class of its own; null in the profile itself.</param>
/// <param name="ContractClass">A name for the nested contract class that collides with no member of the type.</param>
/// <param name="Enums">One for each method that writes an enum.</param>
/// <param name="ReadsForbidden">Whether a member may only be used by obsolete code (<c>[Obsolete(…, error: true)]</c>).</param>
/// <param name="Warnings">The ids of warnings that obsolete or experimental members have for themselves.</param>
/// <param name="Aliases">The aliases of assemblies whose types are named.</param>
internal sealed record ProfileSpec(
    TypeHierarchy Hierarchy,
    string Name,
    string Type,
    ContractPlace? Place,
    string ContractClass,
    KeySpec Key,
    EquatableArray<MemberSpec> Members,
    EquatableArray<EnumSpec> Enums,
    bool ReadsForbidden,
    EquatableArray<string> Warnings,
    EquatableArray<string> Aliases
)
{
    /// <summary>The parameters of all members, in the order in which they are written.</summary>
    public IEnumerable<ParameterSpec> Parameters() => Members.SelectMany(static member => member.Flatten());
}

/// <summary>A class that contains the contract of another type.</summary>
/// <param name="Accessibility">That of the property which leads to the contract.</param>
/// <param name="Constructor">The accessibility of the constructor that the class takes, or null if it has one of its own.</param>
internal sealed record ContractPlace(string Accessibility, string? Constructor)
{
    /// <summary>The name of that property.</summary>
    public const string Property = "Default";
}
