namespace ProfileSchema.Generator.Model;

/// <summary>A marked member, as the contract writes it: one parameter, or a branch of several.</summary>
internal abstract record MemberSpec
{
    /// <summary>The parameters of the member, in the order in which they are written.</summary>
    public abstract IEnumerable<ParameterSpec> Flatten();
}

/// <summary>A member whose own members are parameters (NAME-4). While it is null, all of them are nothing.</summary>
/// <param name="Type">Its type from the global namespace; for a nullable value type the type beneath.</param>
/// <param name="MayBeNull">Whether it is a reference, whatever its declaration says, or a nullable value.</param>
internal sealed record BranchSpec(MemberAccess Member, string Type, bool MayBeNull, EquatableArray<MemberSpec> Members)
    : MemberSpec
{
    public override IEnumerable<ParameterSpec> Flatten() => Members.SelectMany(static member => member.Flatten());
}
