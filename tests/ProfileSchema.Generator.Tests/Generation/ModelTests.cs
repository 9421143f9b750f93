using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;
using ProfileSchema.Generator.Tests.Testing;

namespace ProfileSchema.Generator.Tests.Generation;

/// <summary>What travels through the pipeline holds on to nothing of the compiler's.</summary>
public class ModelTests
{
    [Fact]
    public void No_step_gives_on_a_symbol_a_node_a_location_or_a_compilation()
    {
        GeneratorRun run = GeneratorRun.Of(
            """
            public enum Tier { Gold }
            public class Order { public int Id { get; set; } public Tier? Tier { get; set; } }
            [ProfileContractFor<Order>]
            public partial class OrderContract
            {
                [ProfileKey(ProfileKeyKind.PcId)] int Id { get; }
                [ProfileParameter] Tier? Tier { get; }
            }
            public class Converter : IProfileConverter<int>
            {
                public static bool TryFormat(int value, Span<byte> utf8, out int written) => (written = 0) == 0;
            }
            public class Person { [ProfileParameter] public string? Name { get; set; } }
            public partial class Outer<T>
            {
                [Profile]
                public partial class Member : Person
                {
                    [ProfileKey(ProfileKeyKind.ThirdPartyId)] public string Id { get; set; } = "";
                    [ProfileParameter] public Tier Tier { get; set; }
                    [ProfileParameter(Format = "F2")] public decimal? Sum { get; set; }
                    [ProfileParameter] public Person? Friend { get; set; }
                    [ProfileParameter("list")] public int[]? List { get; set; }
                    [ProfileParameter("texts")] public string[]? Texts { get; set; }
                    [ProfileParameter(Separator = ',')] public AttributeTargets? Flags { get; set; }
                    [ProfileParameter(Hash = ProfileHash.Sha256)] public string? Hash { get; set; }
                    [ProfileParameter, ProfileConverter<Converter>] public int Converted { get; set; }
                }
            }
            """
        );
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);

        foreach (string step in ProfileGeneratorSteps.All)
        {
            Assert.All(
                run.Result.TrackedSteps[step].SelectMany(ran => ran.Outputs),
                output => Walk(output.Value, step, seen)
            );
        }

        string[] kinds =
        [
            "EnumConstant",
            "ContractPlace",
            "NestedObjectSpec",
            "PlainValue",
            "FormattedValue",
            "EnumValue",
            "FlagsValue",
            "HashedValue",
            "ConvertedValue",
            "TextListValue",
            "ListValue",
        ];
        Assert.Superset(kinds.ToHashSet(), seen.Select(model => model.GetType().Name).ToHashSet());
    }

    private static void Walk(object? model, string path, HashSet<object> seen)
    {
        Assert.False(
            model is ISymbol or SyntaxNode or SyntaxTree or SyntaxReference or Location or Compilation or SemanticModel,
            $"{path} holds a {model?.GetType().Name}."
        );
        if (model is null or string || model.GetType().IsPrimitive || model.GetType().IsEnum || !seen.Add(model))
        {
            return;
        }

        if (model is IEnumerable items)
        {
            foreach (object? item in items)
            {
                Walk(item, path + "[]", seen);
            }
        }

        for (Type? type = model.GetType(); type is not null; type = type.BaseType)
        {
            foreach (
                FieldInfo field in type.GetFields(
                    BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly
                )
            )
            {
                Walk(field.GetValue(model), $"{path}.{field.Name}", seen);
            }
        }
    }
}
