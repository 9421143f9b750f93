namespace ProfileSchema;

/// <summary>
/// Marks a partial class as the place of a contract for a type that one cannot edit. The class names members of that type,
/// and marks them; its static property <c>Default</c> is the contract.
/// </summary>
/// <remarks>
/// Each marked member mirrors one of the same name and type, which is read in its place:
/// <c>[ProfileParameter("total")] decimal Total { get; }</c> is read from <c>Order.Total</c>.
/// </remarks>
/// <typeparam name="T">The type whose values are sent.</typeparam>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ProfileContractForAttribute<T> : Attribute
{
    /// <summary>How the names of members, and of enum values, become names on the wire. Camel case by default.</summary>
    public ProfileNaming Naming { get; set; } = ProfileNaming.CamelCase;
}
