namespace ProfileSchema.Emulator.Tests;

public sealed class SavedProfileTests : EmulatorTest
{
    [Fact]
    public async Task What_was_saved_is_restored_as_it_was()
    {
        await StartAsync();
        Account.AddProfile("m1", experienceCloudId: "e1", attributes: [new("a", "1"), new("b", "2")]);
        Clock.Advance(TimeSpan.FromHours(1));
        await BatchAsync("batch=thirdPartyId,a,c\nm1,10,3\nm2,20,\n");
        SavedProfile[] saved = [.. Account.SaveProfiles()];
        TargetAccount other = Emulator.GetAccount("other");
        other.RestoreProfiles(saved);

        Assert.Equal(2, other.ProfileCount);
        foreach ((StoredProfile before, StoredProfile after) in Account.Profiles.Zip(other.Profiles))
        {
            Assert.Equal(
                (before.PcId, before.ThirdPartyId, before.ExperienceCloudId, before.ModifiedAt),
                (after.PcId, after.ThirdPartyId, after.ExperienceCloudId, after.ModifiedAt)
            );
            Assert.Equal(
                before.Attributes.Select(pair => (pair.Key, pair.Value.Value, pair.Value.ModifiedAt)).Order(),
                after.Attributes.Select(pair => (pair.Key, pair.Value.Value, pair.Value.ModifiedAt)).Order()
            );
            Assert.All(after.Attributes.Values, attribute => Assert.Equal(0, attribute.CallNumber));
        }
    }

    [Fact]
    public async Task Profiles_can_be_there_before_the_first_call()
    {
        await StartAsync(time =>
            new()
            {
                TimeProvider = time,
                ClientCodes = [Code],
                Prepare = (accountOf, _) =>
                {
                    Assert.Throws<ArgumentException>(() => accountOf("other"));
                    accountOf(Code).AddProfile("m1", attributes: [new("a", "1")]);
                    return Task.CompletedTask;
                },
            }
        );

        Assert.Equal("1", Values("m1")["a"]);
    }

    [Fact]
    [Trait("Clause", "BATCH-7")]
    public async Task What_the_last_batch_set_is_overridden_by_the_next_after_a_restart_too()
    {
        await StartAsync();
        Account.AddProfile("m", attributes: [new("a", "visit")]);
        await BatchAsync("batch=thirdPartyId,a,b\nm,batch,1\n");
        SavedProfile[] saved = [.. Account.SaveProfiles()];

        await StartAgainAsync();
        Account.RestoreProfiles(saved);

        Assert.Equal("batch", Values("m")["a"]);

        await BatchAsync("batch=thirdPartyId,c\nm,2\n");

        Assert.Equal(new Dictionary<string, string> { ["a"] = "visit", ["c"] = "2" }, Values("m"));
    }

    [Fact]
    public async Task Only_what_changed_after_a_revision_is_saved()
    {
        await StartAsync();

        await BatchAsync(
            "batch=thirdPartyId,a\n" + string.Concat(Enumerable.Range(0, 12_000).Select(row => $"m{row},1\n"))
        );
        long revision = Account.Revision;

        Assert.Empty(Account.SaveProfiles(revision));

        await UpdateAsync("mbox3rdPartyId=m7000&profile.a=2");
        Account.AddProfile("new");

        Assert.Equal(["m7000", "new"], Account.SaveProfiles(revision).Select(profile => profile.ThirdPartyId));

        revision = Account.Revision;
        Assert.True(Account.RecordVisit(TargetId.ThirdPartyId("m1")));

        SavedProfile visited = Assert.Single(Account.SaveProfiles(revision));
        Assert.All(visited.Attributes, attribute => Assert.True(attribute.IsSettled));
        Assert.Equal(12_001, Account.SaveProfiles().Count());
    }

    [Fact]
    public async Task Nothing_of_a_saved_profile_is_told()
    {
        await StartAsync();
        Account.AddProfile("secret", attributes: [new("secret", "secret")]);
        SavedProfile saved = Assert.Single(Account.SaveProfiles());
        Assert.DoesNotContain("secret", $"{saved} {saved.Attributes[0]}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_id_that_exists_is_refused()
    {
        await StartAsync();
        Account.AddProfile("m");
        SavedProfile saved = Assert.Single(Account.SaveProfiles());
        Assert.Throws<InvalidOperationException>(() => Account.RestoreProfiles([saved]));
    }

    private async Task StartAgainAsync()
    {
        await Emulator.DisposeAsync();
        await StartAsync();
    }
}
