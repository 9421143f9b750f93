using ProfileSchema.PackageTests.Consuming;

namespace ProfileSchema.PackageTests;

/// <summary>A build compares what is public with what is written down, but only where something is written down.</summary>
public sealed class PublicApiTests
{
    public static TheoryData<string> Ids => [.. PackageFolder.Ids];

    [Theory]
    [MemberData(nameof(Ids))]
    public void What_a_package_makes_public_is_written_down_once(string id)
    {
        string[] lines = [.. Lines(id, "Shipped"), .. Lines(id, "Unshipped")];
        Assert.NotEmpty(lines);
        Assert.Equal(lines.Distinct(StringComparer.Ordinal), lines);
    }

    [Fact]
    public void No_project_is_a_package_unnoticed() =>
        Assert.Equal(
            PackageFolder.AllIds,
            Directory
                .EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.csproj", SearchOption.AllDirectories)
                .Where(project => File.ReadAllText(project).Contains("<IsPackable>true<", StringComparison.Ordinal))
                .Select(project => Path.GetFileNameWithoutExtension(project))
                .Order(StringComparer.Ordinal)
        );

    private static IEnumerable<string> Lines(string id, string state)
    {
        string[] lines = File.ReadAllLines(Path.Combine(Repository.Root, "src", id, $"PublicAPI.{state}.txt"));
        Assert.Equal("#nullable enable", lines[0]);
        return lines.Skip(1);
    }
}
