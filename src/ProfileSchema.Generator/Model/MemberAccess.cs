namespace ProfileSchema.Generator.Model;

/// <summary>How a member is read from a profile.</summary>
/// <param name="Name">The member's name as source.</param>
/// <param name="Through">
/// The type to cast to first, for a member that is hidden in the profile's type or explicitly implements an interface.
/// </param>
internal sealed record MemberAccess(string Name, string? Through);
