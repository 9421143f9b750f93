namespace ProfileSchema;

/// <summary>Names the converter that writes the values of a member, or of a type wherever it is sent.</summary>
/// <remarks>
/// The converter is not instantiated: its method is static, and is called without boxing or reflection. On a collection it
/// may be for the collection or for its elements.
/// </remarks>
/// <typeparam name="TConverter">Implements <see cref="IProfileConverter{T}"/> for the type of the value.</typeparam>
[AttributeUsage(
    AttributeTargets.Class
        | AttributeTargets.Struct
        | AttributeTargets.Enum
        | AttributeTargets.Interface
        | AttributeTargets.Property
        | AttributeTargets.Field,
    Inherited = false
)]
public sealed class ProfileConverterAttribute<TConverter> : Attribute;
