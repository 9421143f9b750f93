using ProfileSchema.Generator.Model;

namespace ProfileSchema.Generator.Emitting;

/// <summary>Emits the description of a parameter.</summary>
internal static class DescriptionEmitter
{
    public static string Describe(ParameterSpec parameter)
    {
        string initializer = string.Join(", ", Facts(parameter));
        string creation = $"new({Literals.Text(parameter.Name)}, typeof({parameter.Type}))";
        return initializer.Length == 0 ? creation : $"{creation} {{ {initializer} }}";
    }

    private static IEnumerable<string> Facts(ParameterSpec parameter)
    {
        ParameterFacts facts = parameter.Facts;
        if (parameter.IsNullable)
        {
            yield return "IsNullable = true";
        }

        if (facts.Format is { } format)
        {
            yield return $"Format = {Literals.Text(format)}";
        }

        if (facts.Hash is not HashKind.None)
        {
            yield return $"Hash = {Literals.Hash(facts.Hash)}";
        }

        if (facts.Separator is { } separator)
        {
            yield return $"Separator = {Literals.Character(separator)}";
        }

        if (facts.NullValue is { } nullValue)
        {
            yield return $"NullValue = {Literals.Text(nullValue)}";
        }

        if (facts.MaxLength is not ParameterFacts.UsualMaxLength)
        {
            yield return $"MaxLength = {Literals.Number(facts.MaxLength)}";
        }

        if (facts.Summary is { } summary)
        {
            yield return $"Summary = {Literals.Text(summary)}";
        }
    }
}
