namespace ProfileSchema.Client.Tests.Verify;

public sealed class ProfileSampleTests
{
    [Fact]
    public void All_pass_by_in_order_and_each_is_taken_once()
    {
        var sample = new ProfileSample<int>(10, seed: 1);
        Assert.Equal(Enumerable.Range(0, 1_000), sample.Of(Enumerable.Range(0, 1_000)));
        Assert.Equal(1_000, sample.Seen);
        Assert.Equal(10, sample.Profiles.Distinct().Count());
        var small = new ProfileSample<int>(10, seed: 1);
        Assert.Equal(3, small.Of(Enumerable.Range(0, 3)).Count());
        Assert.Equal([0, 1, 2], small.Profiles);
    }

    [Fact]
    public async Task A_seed_takes_the_same_places_of_a_stream()
    {
        var first = new ProfileSample<int>(10, seed: 5);
        var second = new ProfileSample<int>(10, seed: 5);
        var other = new ProfileSample<int>(10, seed: 6);
        Assert.Equal(500, first.Of(Enumerable.Range(0, 500)).Count());
        Assert.Equal(500, other.Of(Enumerable.Range(0, 500)).Count());
        int count = 0;
        await foreach (int _ in second.Of(Streamed(500)).WithCancellation(TestContext.Current.CancellationToken))
        {
            count++;
        }

        Assert.Equal(500, count);
        Assert.Equal(first.Profiles, second.Profiles);
        Assert.NotEqual(first.Profiles, other.Profiles);
    }

    /// <summary>10,000 draws of 10 out of 100: each is expected 1,000 times, with a deviation of 30.</summary>
    [Fact]
    public void Each_has_the_same_chance()
    {
        int[] taken = new int[100];
        for (int seed = 0; seed < 10_000; seed++)
        {
            var sample = new ProfileSample<int>(10, seed);
            Assert.Equal(100, sample.Of(Enumerable.Range(0, 100)).Count());
            foreach (int place in sample.Profiles)
            {
                taken[place]++;
            }
        }

        Assert.All(taken, times => Assert.InRange(times, 850, 1_150));
    }

    private static async IAsyncEnumerable<int> Streamed(int count)
    {
        for (int i = 0; i < count; i++)
        {
            await Task.Yield();
            yield return i;
        }
    }
}
