using System.Net;
using System.Net.Sockets;
using ProfileSchema.Tool.Tests.Running;

namespace ProfileSchema.Tool.Tests.Emulate;

public sealed class EmulateOptionTests : EmulateTest
{
    [Theory]
    [InlineData("--port takes a number from 0 to 65535", "--port", "70000")]
    [InlineData("'many'", "--port", "many")]
    [InlineData("--processing-delay takes 0 to 86400 seconds", "--processing-delay", "-1")]
    [InlineData("--processing-delay takes 0 to 86400 seconds", "--processing-delay", "NaN")]
    [InlineData("odd-replies", "--faults", "some")]
    [InlineData("--accounts takes client codes", "--accounts", "acme,-x")]
    [InlineData("--accounts takes client codes", "--accounts", "")]
    [InlineData("--seed needs --accounts", "--seed", "m.csv")]
    [InlineData("--require-token needs a token", "--require-token")]
    [InlineData("Add --require-token", "--token-file", "token.txt")]
    [InlineData("A token is no argument", "--require-token", "--token", "hush")]
    [InlineData("ABSENT_VARIABLE is not set", "--require-token", "--token-env", "ABSENT_VARIABLE")]
    [InlineData("'page.html'", "page.html")]
    public async Task What_an_option_does_not_take_is_said_and_nothing_starts(string message, params string[] options)
    {
        ToolProcess run = await RunAsync(["emulate", .. options]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_said()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        int port = ((IPEndPoint)taken.LocalEndpoint).Port;
        ToolProcess run = await RunAsync("emulate", "--port", $"{port}");
        Assert.Equal(3, run.ExitCode);
        Assert.Contains($"port {port} cannot be listened on", run.Error, StringComparison.Ordinal);
        Assert.Contains("--port", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_comes_from_the_environment_too()
    {
        // A file that is not there ends the run after the token was found.
        ToolProcess run = await RunWithAsync(
            input: null,
            new() { ["PROFILESCHEMA_TOKEN"] = "s3cret-token" },
            "emulate",
            "--require-token",
            "--accounts",
            Account,
            "--seed",
            "nowhere.csv"
        );

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("nowhere.csv", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_shows_examples()
    {
        ToolProcess help = await RunAsync("emulate", "--help");

        Assert.Equal(0, help.ExitCode);
        Assert.Contains(
            "profileschema emulate --accounts acme --data-file acme.db",
            help.Output,
            StringComparison.Ordinal
        );
        Assert.Contains("failing-rows|flaky", help.Output, StringComparison.Ordinal);
    }
}
