using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace ProfileSchema.Generator.Tests.Testing;

/// <summary>
/// Compares generated source with the file that was approved, by the conventions of Verify: what differs is left beside
/// it as <c>.received.cs</c>. With <c>SNAPSHOTS=accept</c> in the environment, what is received is approved.
/// </summary>
internal static partial class Snapshot
{
    public static void Verify(string actual, [CallerFilePath] string test = "", [CallerMemberName] string name = "")
    {
        string folder = Path.Combine(SourceTree.ProjectDirectory, "Generation", "Snapshots");
        string verified = Path.Combine(folder, $"{Path.GetFileNameWithoutExtension(test)}.{name}.verified.cs");
        string received = verified.Replace(".verified.", ".received.", StringComparison.Ordinal);
        string text = GeneratorVersion().Replace(actual, "$1(version)");
        if (Environment.GetEnvironmentVariable("SNAPSHOTS") == "accept")
        {
            Directory.CreateDirectory(folder);
            File.WriteAllText(verified, text);
        }

        string approved = File.Exists(verified) ? File.ReadAllText(verified) : "";
        if (approved != text)
        {
            File.WriteAllText(received, text);
        }
        else
        {
            File.Delete(received);
        }

        Assert.Equal(approved, text);
    }

    [GeneratedRegex("(\"ProfileSchema.Generator\", \")[0-9.]+")]
    private static partial Regex GeneratorVersion();
}
