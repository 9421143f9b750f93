namespace ProfileSchema.SampleTests;

[Trait("Category", "Heavy")]
public sealed class ForeignTypesTests
{
    [Fact(Explicit = true)]
    public async Task What_is_mirrored_arrives_and_nothing_else()
    {
        using var sender = Sample.Start("ForeignTypes/Sender");
        Assert.True(await sender.ExitAsync() == 0, sender.Output);
        Assert.Contains("read=3 updated=2 rejected=1", sender.Output, StringComparison.Ordinal);
        Assert.Contains("city = Malmö", sender.Output, StringComparison.Ordinal);
        Assert.Contains(
            "3 profiles: 2 equal, 0 different, 0 not yet, 0 not found, 0 empty, 1 rejected",
            sender.Output,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("Storgatan", sender.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Amélie", sender.Output, StringComparison.Ordinal);
    }
}
