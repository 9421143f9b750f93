using System.Globalization;
using Microsoft.CodeAnalysis;
using ProfileSchema.Generator.Model;

namespace ProfileSchema.Generator.Parsing;

/// <summary>Reads the enums of a profile, each once for each of its forms.</summary>
internal sealed class EnumParser(ProfileContext context, NamingPolicy naming)
{
    private readonly List<EnumSpec> _found = [];

    public NamingPolicy Naming { get; } = naming;

    public EquatableArray<EnumSpec> Found => [.. _found];

    /// <summary>The name of a constant that is sent as a text.</summary>
    public string? NameOf(ITypeSymbol type, bool asNumber, string text)
    {
        string encoded = PercentEncoding.Encode(text);
        string source = type.ToSource(context.Aliases);
        string method = MethodOf(type, asNumber);
        return _found
            .Find(spec => spec.Type == source && spec.WriterMethod == method)
            ?.Constants.FirstOrDefault(constant => constant.EncodedText == encoded)
            ?.Name;
    }

    public static bool IsFlags(ITypeSymbol type) => type.FindAttribute(AttributeNames.Flags) is not null;

    /// <summary>The name or the number of the one constant that a value is.</summary>
    /// <param name="separator">What joins it with others, if it is an element.</param>
    public EnumValue Parse(
        AnnotatedMember member,
        INamedTypeSymbol type,
        bool asNumber,
        int maxLength,
        char? separator = null
    )
    {
        bool isFlags = IsFlags(type);
        EnumForm form = isFlags && asNumber ? EnumForm.FlagsNumber : EnumForm.Constant;
        return new EnumValue(Add(member, type, form, asNumber, maxLength, separator));
    }

    /// <summary>The names of all flags that are set.</summary>
    public FlagsValue ParseFlags(AnnotatedMember member, INamedTypeSymbol type, char separator, int maxLength)
    {
        FlagRules.Check(context, member, type);
        return new FlagsValue(
            Add(member, type, EnumForm.Flags, asNumber: false, maxLength, separator),
            PercentEncoding.Encode(separator.ToString())
        );
    }

    private string Add(
        AnnotatedMember member,
        INamedTypeSymbol type,
        EnumForm form,
        bool asNumber,
        int maxLength,
        char? separator
    )
    {
        context.Use(type);
        List<DeclaredConstant> constants = Constants(type, form, asNumber);
        new EnumTextRules(context, member, type).Check(constants, maxLength, separator);
        string source = type.ToSource(context.Aliases);
        string method = MethodOf(type, asNumber);
        if (!_found.Exists(spec => spec.Type == source && spec.WriterMethod == method))
        {
            string number = type.EnumUnderlyingType?.ToSource(context.Aliases) ?? "int";
            _found.Add(new EnumSpec(source, method, form, number, [.. constants.Select(static one => one.ToSpec())]));
        }

        return method;
    }

    private List<DeclaredConstant> Constants(INamedTypeSymbol type, EnumForm form, bool asNumber)
    {
        var constants = new List<DeclaredConstant>();
        foreach (IFieldSymbol field in type.GetMembers().OfType<IFieldSymbol>())
        {
            if (field.ConstantValue is not IFormattable value)
            {
                continue;
            }

            AttributeData? attribute = asNumber ? null : context.Attributes.Of(field).Find(AttributeNames.Value);
            string text =
                asNumber ? value.ToString(null, CultureInfo.InvariantCulture)
                : attribute is null ? Naming.Apply(field.Name)
                : attribute.Argument as string ?? "";
            var constant = new DeclaredConstant(field.Name, Bits(value), text, attribute is not null);
            if (form is EnumForm.Flags && !(constant.Value == 0 ? constant.HasText : IsSingleFlag(field)))
            {
                continue;
            }

            // Of several names for one value, the first with [ProfileValue] is used, else the first.
            int same = constants.FindIndex(other => other.Value == constant.Value);
            if (same < 0)
            {
                constants.Add(constant);
            }
            else if (constant.HasText && !constants[same].HasText)
            {
                constants[same] = constant;
            }
        }

        return constants;
    }

    private static string MethodOf(ITypeSymbol type, bool asNumber) => $"Write{type.Name}{(asNumber ? "Number" : "")}";

    private static bool IsSingleFlag(IFieldSymbol constant) =>
        FlagBits.Of(constant) is { } bits && FlagBits.IsSingle(bits);

    private static ulong Bits(IFormattable value) =>
        value is ulong bits ? bits : unchecked((ulong)Convert.ToInt64(value, CultureInfo.InvariantCulture));
}

/// <summary>A constant of an enum, as it was declared.</summary>
/// <param name="HasText">Whether an attribute specifies the text.</param>
internal sealed record DeclaredConstant(string Name, ulong Value, string Text, bool HasText)
{
    public EnumConstant ToSpec() =>
        new(Identifiers.Escape(Name), PercentEncoding.IsWellFormed(Text) ? PercentEncoding.Encode(Text) : "", Value);
}
