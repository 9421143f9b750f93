namespace ProfileSchema;

/// <summary>Specifies the converter for the values of a member, or for all values of a type.</summary>
/// <remarks>
/// The converter is not instantiated. Its method is static and is called without boxing or reflection. The converter of a collection
/// can convert the collection or its elements.
/// </remarks>
/// <typeparam name="TConverter">A type that implements <see cref="IProfileConverter{T}"/> for the type of the value.</typeparam>
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
