using System.Globalization;
using Microsoft.CodeAnalysis;
using ProfileSchema.Generator.Model;

namespace ProfileSchema.Generator.Parsing;

/// <summary>Reads the enums of a profile, each once for each of its forms.</summary>
internal sealed class EnumParser(NamingPolicy naming)
{
    private readonly List<EnumSpec> _found = [];

    public NamingPolicy Naming { get; } = naming;

    public EquatableArray<EnumSpec> Found => [.. _found];

    /// <param name="asNumber">Sends the number of a value instead of its name.</param>
    public EnumValue Parse(ITypeSymbol type, bool asNumber)
    {
        string source = type.ToSource();
        string method = $"Write{type.Name}{(asNumber ? "Number" : "")}";
        if (!_found.Exists(spec => spec.Type == source && spec.WriterMethod == method))
        {
            _found.Add(new EnumSpec(source, method, Constants(type, asNumber)));
        }

        return new EnumValue(method);
    }

    private EquatableArray<EnumConstant> Constants(ITypeSymbol type, bool asNumber)
    {
        var constants = new List<EnumConstant>();
        var values = new HashSet<object>();
        foreach (IFieldSymbol field in type.GetMembers().OfType<IFieldSymbol>())
        {
            if (field.ConstantValue is { } value && values.Add(value))
            {
                string text = asNumber
                    ? ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture)
                    : Naming.Apply(field.Name);
                constants.Add(new EnumConstant(SourceNames.Escape(field.Name), PercentEncoding.Encode(text)));
            }
        }

        return [.. constants];
    }
}
