using Microsoft.CodeAnalysis;
using ProfileSchema.Generator.Tests.Testing;

namespace ProfileSchema.Generator.Tests.Rules;

/// <summary>PRF022 where types refer to each other in many ways. How many paths there are must not matter, only how many members.</summary>
public class NestingCycleTests
{
    private const string Key = "[ProfileKey(ProfileKeyKind.ThirdPartyId)] public int Id { get; set; } = 1;";

    [Theory]
    [InlineData(2, 1)]
    [InlineData(3, 3)]
    [InlineData(8, 28)]
    [InlineData(12, 66)]
    public async Task Types_that_all_refer_to_each_other_have_one_error_for_each_member_that_closes_a_cycle(
        int types,
        int expected
    )
    {
        int[][] references = [.. Enumerable.Range(0, types).Select(i => Except(types, i))];

        string[] errors = await Errors(references, profiles: 1);

        Assert.Equal(expected, errors.Length);
        Assert.Equal(errors.Distinct(StringComparer.Ordinal), errors);
    }

    [Fact]
    public async Task Random_entities_have_no_more_errors_than_members_that_refer_to_another()
    {
        const int entities = 20;
        const int navigations = 3;
        var random = new Random(1);
        int[][] references =
        [
            .. Enumerable
                .Range(0, entities)
                .Select(i =>
                {
                    int[] others = Except(entities, i);
                    random.Shuffle(others);
                    return others[..navigations];
                }),
        ];

        string[] errors = await Errors(references, entities);

        Assert.InRange(errors.Length, entities, entities * entities * navigations);
        Assert.Equal(errors.Distinct(StringComparer.Ordinal), errors);
    }

    [Fact]
    public async Task Generic_types_that_lead_to_ever_other_constructions_are_reported_once()
    {
        string source = $$"""
            public class Node<T>
            {
                [ProfileParameter] public string? Text { get; set; }
                [ProfileParameter] public Node<T[]>? A { get; set; }
                [ProfileParameter] public Node<Node<T>>? B { get; set; }
                [ProfileParameter] public Node<Func<T>>? C { get; set; }
            }
            [Profile] public partial class P { {{Key}} [ProfileParameter] public Node<int>? Node { get; set; } }
            """;

        Assert.Single(await Errors(source));
    }

    [Fact]
    public async Task Nested_object_beside_a_cycle_has_its_own_mistakes_reported()
    {
        string source = $$"""
            public class Address { [ProfileParameter] public object? City { get; set; } }
            [Profile] public partial class P
            {
                {{Key}}
                [ProfileParameter] public P? Friend { get; set; }
                [ProfileParameter] public Address? Home { get; set; }
            }
            """;

        Assert.Equal(
            ["PRF007", "PRF022"],
            (await Analysis.Of(GeneratorRun.Of(source).Output)).Select(found => found.Id).Order(StringComparer.Ordinal)
        );
    }

    /// <summary>The numbers of all types but one.</summary>
    private static int[] Except(int types, int one) => [.. Enumerable.Range(0, types).Where(i => i != one)];

    private static Task<string[]> Errors(int[][] references, int profiles)
    {
        IEnumerable<string> types = references.Select(
            (others, i) =>
            {
                string members = string.Concat(
                    others.Select(other => $"[ProfileParameter] public T{other}? M{other} {{ get; set; }} ")
                );
                return $"{(i < profiles ? "[Profile] " : "")}public partial class T{i} {{ {Key} {members}}}";
            }
        );
        return Errors(string.Join('\n', types));
    }

    private static async Task<string[]> Errors(string source)
    {
        GeneratorRun run = GeneratorRun.Of(source);
        Diagnostic[] found = [.. await Analysis.Of(run.Output)];
        Assert.Empty(run.Files);
        Assert.All(found, diagnostic => Assert.Equal("PRF022", diagnostic.Id));
        return
        [
            .. found.Select(diagnostic =>
                diagnostic.Location + diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture)
            ),
        ];
    }
}
