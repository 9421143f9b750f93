namespace ProfileSchema.Generator.Model;

/// <summary>A method that writes the values of an enum.</summary>
/// <param name="Type">The enum, from the global namespace.</param>
/// <param name="WriterMethod">Enums of equal names share it, as overloads.</param>
/// <param name="Form">What it writes.</param>
/// <param name="Number">The keyword of the type of its numbers.</param>
/// <param name="Constants">Each value once; of a list of flags, single flags only, and zero if it is to be sent.</param>
internal sealed record EnumSpec(
    string Type,
    string WriterMethod,
    EnumForm Form,
    string Number,
    EquatableArray<EnumConstant> Constants
);

/// <summary>A declared value of an enum.</summary>
/// <param name="Name">Its name as source.</param>
/// <param name="EncodedText">What is sent, percent-encoded.</param>
/// <param name="Value">The bits of the value.</param>
internal sealed record EnumConstant(string Name, string EncodedText, ulong Value);

/// <summary>What is sent of an enum.</summary>
internal enum EnumForm
{
    /// <summary>The text of the one constant that it is.</summary>
    Constant,

    /// <summary>The texts of all flags that are set. A constant that is zero, if it is among them, is sent alone.</summary>
    Flags,

    /// <summary>The number of a combination of flags.</summary>
    FlagsNumber,
}
