namespace ProfileSchema.Generator.Model;

/// <summary>A method that writes the values of an enum.</summary>
/// <param name="Type">The enum, from the global namespace.</param>
/// <param name="WriterMethod">Enums of equal names share it, as overloads.</param>
/// <param name="Constants">Each value once, under the name that was declared first.</param>
internal sealed record EnumSpec(string Type, string WriterMethod, EquatableArray<EnumConstant> Constants);

/// <summary>A declared value of an enum.</summary>
/// <param name="Name">Its name as source.</param>
/// <param name="EncodedText">What is sent, percent-encoded.</param>
internal sealed record EnumConstant(string Name, string EncodedText);
