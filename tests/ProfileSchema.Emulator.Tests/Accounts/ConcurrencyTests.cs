using System.Net;

namespace ProfileSchema.Emulator.Tests;

public sealed class ConcurrencyTests : EmulatorTest
{
    private const int Callers = 8;
    private const int CallsEach = 25;

    [Fact]
    [Trait("Clause", "BULK-5")]
    public async Task Callers_of_several_accounts_at_once_lose_nothing_and_share_their_budget_exactly()
    {
        await StartAsync();
        Account.AddProfile("k");
        async Task<int> CallAsync(int caller)
        {
            int refused = 0;
            for (int call = 0; call < CallsEach; call++)
            {
                await UpdateAsync($"mbox3rdPartyId=k&profile.p{caller}x{call}=v");
                Answer batch = await BatchAsync($"batch=thirdPartyId,a\nc{caller}-{call},v\n");
                refused += batch.Status == HttpStatusCode.ServiceUnavailable ? 1 : 0;
                _ = Account.Profiles.Count + Emulator.Calls.Count + Emulator.Violations.Count;
                Emulator.GetAccount($"account{caller}").AddProfile($"m{call}");
            }

            return refused;
        }

        int[] turnedAway = await Task.WhenAll(Enumerable.Range(0, Callers).Select(CallAsync));
        Assert.Equal((Callers * CallsEach) - 50, turnedAway.Sum());
        Assert.Equal(Callers * CallsEach, Profile("k").Attributes.Count);
        Assert.Equal(51, Account.ProfileCount);
        Assert.Equal(50, Account.Batches.Select(batch => batch.Id).Distinct().Count());
        Assert.Equal(
            Enumerable.Range(1, Callers * CallsEach * 2).Select(n => (long)n),
            Emulator.Calls.Select(c => c.Number)
        );
        Assert.Equal(Callers + 1, Emulator.Accounts.Count);
    }

    [Fact]
    public async Task An_account_is_used_from_many_threads_at_once()
    {
        const int Profiles = 20_000;

        await StartAsync();
        Parallel.For(
            0,
            Profiles,
            new ParallelOptions { MaxDegreeOfParallelism = Callers, CancellationToken = Cancel },
            number =>
            {
                Account.AddProfile($"m{number}");
                Assert.True(Account.RecordVisit(TargetId.ThirdPartyId($"m{number}")));
            }
        );

        Assert.Equal(Profiles, Account.ProfileCount);
        Assert.Equal(Profiles, Account.Profiles.Select(profile => profile.PcId).Distinct().Count());
    }

    [Fact]
    [Trait("Clause", "ID-1")]
    public async Task Ids_belong_to_one_profile()
    {
        await StartAsync();
        StoredProfile profile = Account.AddProfile("m", "pc", "ec");

        Assert.Throws<InvalidOperationException>(() => Account.AddProfile("m"));
        Assert.Throws<InvalidOperationException>(() => Account.AddProfile(pcId: "pc"));
        Assert.Throws<InvalidOperationException>(() => Account.AddProfile(experienceCloudId: "ec"));
        Assert.Equal(1, Account.ProfileCount);
        Assert.Null(Account.FindProfile(TargetId.PcId("m")));
        Assert.Equal(profile.PcId, Account.FindProfile(TargetId.ExperienceCloudId("ec"))!.PcId);
    }
}
