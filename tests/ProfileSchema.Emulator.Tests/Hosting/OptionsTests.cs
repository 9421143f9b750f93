namespace ProfileSchema.Emulator.Tests.Hosting;

public sealed class OptionsTests
{
    [Fact]
    public async Task Options_changed_after_the_start_have_no_effect()
    {
        List<string> codes = ["acme"];
        var options = new TargetEmulatorOptions { ClientCodes = codes };
        await using TargetEmulator emulator = await TargetEmulator.StartAsync(
            options,
            TestContext.Current.CancellationToken
        );

        codes.Add("other");
        options.ClientCodes = [];

        Assert.Equal("acme", emulator.GetAccount("acme").ClientCode);
        Assert.Throws<ArgumentException>(() => emulator.GetAccount("other"));
    }

    [Fact]
    public async Task StartAsync_with_an_option_out_of_range_throws_and_names_the_option()
    {
        var exception = await Assert.ThrowsAsync<ArgumentException>(() =>
            TargetEmulator.StartAsync(
                new TargetEmulatorOptions { KeptStatuses = -1 },
                TestContext.Current.CancellationToken
            )
        );

        Assert.StartsWith("KeptStatuses must not be negative.", exception.Message, StringComparison.Ordinal);
    }
}
