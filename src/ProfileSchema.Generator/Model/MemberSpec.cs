namespace ProfileSchema.Generator.Model;

/// <summary>An annotated member, as the contract writes it: one parameter, or a nested object with several.</summary>
internal abstract record MemberSpec
{
    /// <summary>The parameters of the member, in the order in which they are written.</summary>
    public abstract IEnumerable<ParameterSpec> Flatten();
}

/// <summary>A member whose own members are parameters (NAME-4). If it is null, none of them is sent.</summary>
/// <param name="Type">Its type from the global namespace; for a nullable value type the type beneath.</param>
/// <param name="MayBeNull">Whether it is a reference, whatever its declaration says, or a nullable value.</param>
internal sealed record NestedObjectSpec(
    MemberAccess Member,
    string Type,
    bool MayBeNull,
    EquatableArray<MemberSpec> Members
) : MemberSpec
{
    public override IEnumerable<ParameterSpec> Flatten() => Members.SelectMany(static member => member.Flatten());
}

/// <summary>How a member is read from a profile.</summary>
/// <param name="Name">The member's name as source.</param>
/// <param name="Through">
/// The type to cast to first, for a member that is hidden in the profile's type or explicitly implements an interface.
/// </param>
internal sealed record MemberAccess(string Name, string? Through);
