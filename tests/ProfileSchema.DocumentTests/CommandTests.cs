using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using ProfileSchema.Emulator;

namespace ProfileSchema.DocumentTests;

/// <summary>
/// The commands of the README and of the tutorials are the same in sh and in PowerShell. Those of <c>profileschema</c> are run against an
/// emulator; of the others, which install, build or go on for minutes, only the arguments are written down.
/// </summary>
public sealed partial class CommandTests : IDisposable
{
    private const string Members = """
        memberId;tier;city
        M100001;gold;Köln
        M/2;silver;Rome
        M100003;;
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("commands-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("README.md")]
    [InlineData("docs/tutorials/first-profile.md")]
    [InlineData("docs/tutorials/cli-import.md")]
    public async Task The_commands_of_a_page_do_the_same_in_sh_and_in_PowerShell(string page)
    {
        string[] commands = Commands(page);
        Assert.NotEmpty(commands);

        string bySh = await RunAsync(commands, Shell.RunShAsync);
        string byPowerShell = await RunAsync(commands, Shell.RunPowerShellAsync);

        Assert.Equal(Varying().Replace(bySh, "#"), Varying().Replace(byPowerShell, "#"));
    }

    [Fact]
    public async Task The_commands_of_the_tutorial_print_what_it_shows()
    {
        string text = await File.ReadAllTextAsync(
            Path.Combine(Page.Root, "docs/tutorials/cli-import.md"),
            TestContext.Current.CancellationToken
        );

        string printed = await RunAsync(Commands("docs/tutorials/cli-import.md"), Shell.RunShAsync);

        Assert.Contains(Members, text.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        string[] shown = [.. TextBlock().Matches(text).SelectMany(block => block.Groups["text"].Value.Split('\n'))];
        Assert.NotEmpty(shown);
        Assert.All(shown, line => Assert.Contains(line.TrimEnd('\r'), printed, StringComparison.Ordinal));
    }

    private static string[] Commands(string page) =>
        [
            .. CommandBlock()
                .Matches(File.ReadAllText(Path.Combine(Page.Root, page)))
                .SelectMany(block => block.Groups["commands"].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries))
                .Select(line => line.TrimEnd('\r')),
        ];

    /// <summary>Everything that the commands print and write, in a folder of their own and against an emulator of their own.</summary>
    private async Task<string> RunAsync(
        IEnumerable<string> commands,
        Func<string, string, Task<(int ExitCode, string Printed)>> runAsync
    )
    {
        await using TargetEmulator target = await TargetEmulator.StartAsync(
            cancellationToken: TestContext.Current.CancellationToken
        );
        string folder = _folder.CreateSubdirectory(Guid.NewGuid().ToString("N")).FullName;
        string arguments = Path.Combine(folder, "arguments");
        await WriteAsync("members.csv", Members);
        await WriteProgramAsync("dotnet", $"printf '[%s]' \"$@\" >> '{arguments}'\nmkdir -p Loyalty");
        await WriteProgramAsync(
            "profileschema",
            $"""
            [ "$1" = emulate ] || exec '{DotNet}' exec '{Tool}' "$@"
            """
        );

        string script = string.Join('\n', commands.Select(command => AtEmulator(command, target.BaseAddress)));
        (_, string printed) = await runAsync(folder, script);

        string batch = Path.Combine(folder, "batches", "members-0001.batch");
        string everything = printed + await ReadAsync(arguments) + await ReadAsync(batch);
        return everything.Replace(folder, "", StringComparison.Ordinal);

        static async Task<string> ReadAsync(string file) => File.Exists(file) ? await File.ReadAllTextAsync(file) : "";

        async Task WriteAsync(string name, string content) =>
            await File.WriteAllTextAsync(Path.Combine(folder, name), content, TestContext.Current.CancellationToken);

        async Task WriteProgramAsync(string name, string body)
        {
            await WriteAsync(name, $"#!/bin/sh\n{body}\n");
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(
                    Path.Combine(folder, name),
                    UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
                );
            }
        }
    }

    /// <summary>A page speaks of an account, or of an emulator at its usual address, and of a status that is asked a minute later.</summary>
    private static string AtEmulator(string command, Uri address)
    {
        if (!CallsTheService().IsMatch(command))
        {
            return command;
        }

        command = command.Replace("http://127.0.0.1:8080", address.ToString(), StringComparison.Ordinal);
        command += command.Contains("--base-address", StringComparison.Ordinal) ? "" : $" --base-address {address}";
        if (command.StartsWith("profileschema send", StringComparison.Ordinal))
        {
            command += " --spool spool";
            command += command.Contains("--status-interval", StringComparison.Ordinal) ? "" : " --status-interval 1";
        }

        return command;
    }

    private static string DotNet =>
        Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet"));

    private static string Tool => Path.Combine(AppContext.BaseDirectory, "ProfileSchema.Tool.dll");

    [GeneratedRegex("^profileschema (?:send|fetch|verify) ")]
    private static partial Regex CallsTheService();

    [GeneratedRegex(@"^```sh\r?\n(?<commands>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CommandBlock();

    [GeneratedRegex(@"^```text\r?\n(?<text>.*?)\r?\n^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex TextBlock();

    /// <summary>Numbers, such as ids and times, and the space that they take in a table.</summary>
    [GeneratedRegex(@"[\d.,:-]+|\s+")]
    private static partial Regex Varying();
}
