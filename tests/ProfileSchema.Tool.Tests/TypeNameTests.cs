using System.Reflection;
using System.Runtime.CompilerServices;
using ProfileSchema.Client;
using ProfileSchema.Emulator;

namespace ProfileSchema.Tool.Tests;

/// <summary>
/// One name means one thing. The emulator above all judges what the libraries do, so it shares neither code nor names with them.
/// </summary>
public sealed class TypeNameTests
{
    private static readonly Assembly[] Assemblies =
    [
        typeof(ProfileAttribute).Assembly,
        typeof(ProfileClient).Assembly,
        typeof(TargetEmulator).Assembly,
        typeof(ToolRoot).Assembly,
    ];

    [Fact]
    public void Names_of_types_belong_to_one_assembly_each()
    {
        (string Name, string Assembly)[] names =
        [
            .. Assemblies.SelectMany(assembly =>
                Written(assembly).Select(name => (name, assembly.GetName().Name!)).Distinct()
            ),
        ];

        IEnumerable<string> shared = names
            .GroupBy(entry => entry.Name, entry => entry.Assembly, StringComparer.Ordinal)
            .Where(group => group.Count() > 1)
            .Select(group => $"{group.Key}: {string.Join(", ", group)}");

        Assert.Contains(names, entry => entry is { Name: nameof(ProfileClient), Assembly: "ProfileSchema.Client" });
        Assert.Empty(shared);
    }

    /// <summary>The types that someone wrote, but for those inside others, which have the name of the outer one before theirs.</summary>
    private static IEnumerable<string> Written(Assembly assembly) =>
        assembly
            .GetTypes()
            .Where(type =>
                !type.IsNested
                && !type.Name.Contains('<', StringComparison.Ordinal)
                && !type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
            )
            .Select(type => type.Name.Split('`')[0]);
}
