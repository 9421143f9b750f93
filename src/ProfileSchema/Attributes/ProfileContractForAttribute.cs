namespace ProfileSchema;

/// <summary>
/// Declares a partial class as the contract for a type that you cannot annotate, such as one from another assembly. The source generator
/// adds the contract as a static property, <c>Default</c>.
/// </summary>
/// <remarks>
/// Each annotated member of the class is mapped to the member of <typeparamref name="T"/> that has the same name and type. The value is
/// read from <typeparamref name="T"/>; the class itself is never instantiated.
/// </remarks>
/// <example>
/// <code>
/// [ProfileContractFor&lt;Order&gt;]
/// public partial class OrderContract
/// {
///     [ProfileKey(ProfileKeyKind.ThirdPartyId)]
///     public string CustomerId { get; }
///
///     [ProfileParameter("total")]
///     public decimal Total { get; } // read from Order.Total
/// }
///
/// await client.UpdateAsync(order, OrderContract.Default);
/// </code>
/// </example>
/// <typeparam name="T">The type whose values are sent.</typeparam>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ProfileContractForAttribute<T> : Attribute
{
    /// <summary>
    /// Gets or sets how the names of members and of enum values are converted to the names that are sent. The default is
    /// <see cref="ProfileNaming.CamelCase"/>.
    /// </summary>
    public ProfileNaming Naming { get; set; } = ProfileNaming.CamelCase;
}
