using ProfileSchema.Tool.Tests.Running;

namespace ProfileSchema.Tool.Tests;

public sealed class CommandLineTests
{
    [Fact]
    public async Task Help_is_no_error()
    {
        ToolProcess help = await ToolProcess.RunAsync("--help");
        Assert.Equal(0, help.ExitCode);
        Assert.Contains("Usage", help.Output, StringComparison.Ordinal);
        Assert.Empty(help.Error);
    }

    [Fact]
    public async Task What_is_not_understood_is_an_error_of_usage()
    {
        ToolProcess unknown = await ToolProcess.RunAsync("teleport");
        Assert.Equal(2, unknown.ExitCode);
        Assert.Contains("teleport", unknown.Error, StringComparison.Ordinal);
    }
}
