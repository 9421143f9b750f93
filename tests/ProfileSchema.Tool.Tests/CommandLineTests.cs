using ProfileSchema.Tool.Tests.Running;

namespace ProfileSchema.Tool.Tests;

public sealed class CommandLineTests : ToolTest
{
    [Theory]
    [InlineData("check")]
    [InlineData("split")]
    [InlineData("send")]
    [InlineData("status")]
    [InlineData("fetch")]
    [InlineData("verify")]
    [InlineData("drift")]
    [InlineData("schema")]
    [InlineData("completion")]
    public async Task Each_command_helps_with_examples_under_the_name_that_is_installed(string command)
    {
        ToolProcess help = await RunAsync(command, "--help");
        Assert.Equal((0, ""), (help.ExitCode, help.Error));
        Assert.Contains($"  profileschema {command} ", help.Output, StringComparison.Ordinal);
        Assert.Contains("Examples:", help.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("ProfileSchema.Tool", help.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_tool_lists_its_commands_and_its_version()
    {
        ToolProcess help = await RunProcessAsync(null, "--help");
        Assert.Equal(0, help.ExitCode);
        Assert.Contains("  check ", help.Output, StringComparison.Ordinal);
        ToolProcess version = await RunProcessAsync(null, "--version");
        Assert.Equal(0, version.ExitCode);
        Assert.Matches(@"^\d+\.\d+\.\d+", version.Output);
    }

    [Fact]
    public async Task A_process_ends_with_the_exit_code_of_its_command()
    {
        ToolProcess usage = await RunProcessAsync(null, "check");
        ToolProcess missing = await RunProcessAsync(null, "check", "missing.batch");

        Assert.Equal((2, 3), (usage.ExitCode, missing.ExitCode));
        Assert.Contains("error: ", missing.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("error: ", missing.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("'teleport'", "teleport")]
    [InlineData("FILE", "check")]
    [InlineData("xml", "check", "a.batch", "--format", "xml")]
    [InlineData("--client", "send", "a.csv")]
    [InlineData("--max-rows", "split", "a.csv", "--max-rows", "500001")]
    [InlineData("one character", "split", "a.csv", "--delimiter", "::")]
    [InlineData("each of them once", "split", "a.csv", "--columns", "a,a")]
    [InlineData("--status-interval", "send", "a.csv", "--client", "acme", "--status-interval", "0")]
    [InlineData("--client must have 1 to 63", "fetch", "k1", "--client", "no_code")]
    [InlineData(
        "--base-address must use https",
        "fetch",
        "k1",
        "--client",
        "acme",
        "--base-address",
        "http://example.com"
    )]
    [InlineData("+", "fetch", "a+b", "--client", "acme")]
    [InlineData("STATUS-6", "status", "https://example.com/x", "--client", "acme")]
    [InlineData("no address", "status", "x", "--client", "acme")]
    [InlineData("--sample", "verify", "a.csv", "--client", "acme", "--sample", "0")]
    [InlineData("no time", "verify", "a.csv", "--client", "acme", "--sent-at", "noon")]
    [InlineData("PROFILESCHEMA_ADOBE_TOKEN", "drift", "a.dll", "--tenant", "acme", "--api-key", "k")]
    public async Task What_is_not_understood_is_an_error_of_usage(string named, params string[] arguments)
    {
        ToolProcess run = await RunAsync(arguments);
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains(named, run.Error, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("--token", "s3cret")]
    [InlineData("--token=s3cret")]
    [Trait("Clause", "HTTP-2")]
    public async Task A_token_as_an_argument_is_refused_and_not_repeated(params string[] token)
    {
        ToolProcess run = await RunAsync(["fetch", "k1", "--client", "acme", .. token]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("--token-env", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", run.Output + run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fetch", "-token", "s3cret")]
    [InlineData("fetch", "--tokn=s3cret")]
    [InlineData("send", "-token:s3cret")]
    [InlineData("send", "-token", "s3cret")]
    [InlineData("check", "--token=s3cret")]
    [Trait("Clause", "HTTP-2")]
    public async Task What_was_given_with_a_mistyped_option_is_not_repeated(string command, params string[] token)
    {
        ToolProcess run = await RunAsync([command, "k1", "--client", "acme", .. token]);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains("There is no option '-", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_argument_that_begins_with_a_hyphen_stands_after_two()
    {
        Write("-m.batch", "batch=thirdPartyId,tier\nM1,gold\n");

        ToolProcess run = await RunAsync("check", "--", "-m.batch");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
    }

    [Fact]
    public async Task Arguments_that_are_repeated_on_the_screen_do_no_harm()
    {
        ToolProcess run = await RunAsync("check", "\e[2J\u202Egpj.batch");
        Assert.Equal(3, run.ExitCode);
        Assert.Contains(@"\u001B[2J\u202Egpj.batch", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain('\e', run.Error);
    }

    [Fact]
    public async Task Bash_completes_commands_options_and_values()
    {
        ToolProcess script = await RunAsync("completion", "bash");
        Assert.Equal((0, ""), (script.ExitCode, script.Error));
        Assert.Equal(["check"], await CompleteInBashAsync(script.Output, "profileschema che"));
        Assert.Equal(["--key", "--key-kind"], await CompleteInBashAsync(script.Output, "profileschema split --ke"));
        Assert.Equal(["sarif"], await CompleteInBashAsync(script.Output, "profileschema check --format s"));
    }

    [Theory]
    [InlineData("zsh", "compdef _profileschema_complete profileschema")]
    [InlineData("pwsh", "Register-ArgumentCompleter -Native -CommandName profileschema")]
    public async Task Other_shells_have_scripts_of_their_own(string shell, string part)
    {
        ToolProcess script = await RunAsync("completion", shell);
        Assert.Equal((0, ""), (script.ExitCode, script.Error));
        Assert.Contains(part, script.Output, StringComparison.Ordinal);
    }

    private async Task<string[]> CompleteInBashAsync(string script, string line)
    {
        Assert.SkipUnless(File.Exists("/bin/bash"), "There is no bash.");
        string path = Path.Combine(Root, "complete.sh");
        await File.WriteAllTextAsync(
            path,
            $"""
            {script}
            profileschema() {"{"} dotnet exec '{ToolProcess.AssemblyPath}' "$@"; {"}"}
            COMP_LINE='{line}' COMP_POINT={line.Length}
            COMP_WORDS=($COMP_LINE) COMP_CWORD=$(( $(wc -w <<<"$COMP_LINE") - 1 ))
            _profileschema_complete
            printf '%s\n' "${"{"}COMPREPLY[@]{"}"}"
            """,
            Cancellation
        );
        using var process = System.Diagnostics.Process.Start(
            new System.Diagnostics.ProcessStartInfo("/bin/bash", [path])
            {
                UseShellExecute = false,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        ToolProcess run = await ToolProcess.EndAsync(process);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        return run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
