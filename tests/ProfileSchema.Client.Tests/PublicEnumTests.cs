namespace ProfileSchema.Client.Tests;

public sealed class PublicEnumTests
{
    /// <summary>Members that report a success, by the words of the library.</summary>
    private static readonly string[] Successes =
    [
        "Accepted",
        "Equal",
        "Complete",
        "Completed",
        "Updated",
        "Submitted",
        "Sent",
    ];

    public static TheoryData<string> Outcomes =>
        [
            .. new[] { typeof(ProfileClient).Assembly, typeof(ProfileAttribute).Assembly }
                .SelectMany(assembly => assembly.GetExportedTypes())
                .Where(type => type.IsEnum)
                .Select(type => type.AssemblyQualifiedName!),
        ];

    [Theory]
    [MemberData(nameof(Outcomes))]
    public void Default_of_a_public_enum_is_not_success(string name)
    {
        Type type = Type.GetType(name, throwOnError: true)!;

        string? zero = Enum.GetName(type, Enum.ToObject(type, 0));

        Assert.DoesNotContain(zero, Successes);
    }

    [Fact]
    public void Default_of_an_outcome_or_verdict_is_Unknown()
    {
        Type[] outcomes =
        [
            .. typeof(ProfileClient)
                .Assembly.GetExportedTypes()
                .Where(type => type.IsEnum && Enum.GetNames(type).Intersect(Successes).Any()),
        ];

        Assert.Equal(
            ["BatchOutcome", "BatchState", "ParameterVerdict", "ProfileVerdict"],
            outcomes.Select(type => type.Name).Order(StringComparer.Ordinal)
        );
        Assert.All(outcomes, type => Assert.Equal("Unknown", Enum.GetName(type, Enum.ToObject(type, 0))));
    }
}
