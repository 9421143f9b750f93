using System.Diagnostics;

namespace ProfileSchema.Tests.Writing;

/// <summary>What is written does not depend on the vectors of the machine: the tests of the bytes hold without them.</summary>
public sealed class ScalarTests
{
    [Theory]
    [InlineData("DOTNET_EnableHWIntrinsic")]
    [InlineData("DOTNET_EnableAVX2")]
    [InlineData("DOTNET_EnableSSSE3")]
    public async Task The_same_bytes_are_written_on_lesser_hardware(string switchedOff)
    {
        string tests = typeof(ScalarTests).Assembly.Location;
        string executable = Environment.ProcessPath!;
        bool isHost = Path.GetFileNameWithoutExtension(executable) == "dotnet";
        var start = new ProcessStartInfo(executable) { RedirectStandardOutput = true, UseShellExecute = false };
        start.Environment[switchedOff] = "0";
        foreach (string argument in isHost ? [tests] : Array.Empty<string>())
        {
            start.ArgumentList.Add(argument);
        }

        foreach (Type suite in (Type[])[typeof(TextTests), typeof(TextBlockTests), typeof(ListTests), typeof(KeyTests)])
        {
            start.ArgumentList.Add("--filter-class");
            start.ArgumentList.Add(suite.FullName!);
        }

        using Process child = Process.Start(start)!;
        string output = await child.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await child.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(child.ExitCode == 0, output);
        Assert.Contains("failed: 0", output, StringComparison.Ordinal);
    }
}
