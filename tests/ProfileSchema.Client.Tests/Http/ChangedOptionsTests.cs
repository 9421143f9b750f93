using ProfileSchema.Emulator;

namespace ProfileSchema.Client.Tests.Http;

/// <summary>Options are copied when a call begins: to change them later has no effect on it.</summary>
public sealed class ChangedOptionsTests : EmulatorTest
{
    [Fact]
    public async Task UpdateMany_goes_by_the_options_that_it_began_with()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        string spool = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"));
        BulkOptions options = Soon with { MaxRowsPerFile = 10 };

        IEnumerable<Member> Changing()
        {
            yield return new Member("m1", "x");
            options.MaxRowsPerFile = 1;
            options.DuplicateHandling = DuplicateHandling.Reject;
            options.SpoolDirectory = spool;
            options.StatusTimeout = TimeSpan.Zero;
            options.OnRejected = _ => throw new InvalidOperationException();
            yield return new Member("m1", "y");
            yield return new Member("m/", "rejected");
        }

        BulkResult result = await CreateClient(emulator).UpdateManyAsync(Changing(), options, null, Cancellation);

        Assert.Equal((1, 2, 1, 1), (result.Files.Count, result.Updated, result.Duplicates, result.Rejected));
        Assert.False(Directory.Exists(spool));
    }

    [Fact]
    public async Task SendBatchFile_goes_by_the_options_that_it_began_with()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        BulkOptions options = Soon with { };
        using var file = new MemoryStream("batch=thirdPartyId,city\nm1,x\n"u8.ToArray());

        Task<BulkResult> sending = CreateClient(emulator).SendBatchFileAsync(file, options, null, Cancellation);
        options.StatusTimeout = TimeSpan.Zero;
        options.MaxAttempts = 0;
        BulkResult result = await sending;

        Assert.Equal((1, 0), (result.Updated, result.StatusUnknown));
    }

    [Fact]
    public async Task Verify_goes_by_the_options_that_it_began_with()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        emulator.GetAccount(Account).AddProfile("m1", attributes: [new("city", "other")]);
        var options = new VerifyOptions { Interval = TimeSpan.Zero };

        IEnumerable<Member> Changing()
        {
            options.SentAt = DateTimeOffset.MaxValue;
            options.Interval = TimeSpan.MaxValue;
            yield return new Member("m1", "x");
        }

        VerifyResult result = await CreateClient(emulator).VerifyAsync(Changing(), options, Cancellation);

        Assert.Equal((1, 0), (result.Different, result.NotYet));
    }

    [Fact]
    public async Task UpdateInSession_goes_by_the_options_that_it_began_with()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        emulator.Faults.Next(TargetOperation.Delivery, Fault.Status(500));
        var options = new SessionUpdateOptions();

        Task<SessionUpdateResult> updating = CreateClient(emulator)
            .UpdateInSessionAsync(new Member("m1", "x"), DeliverySession.Start("home"), options, Cancellation);
        options.MaxAttempts = 5;
        await Assert.ThrowsAsync<ProfileRequestException>(() => updating);

        Assert.Equal(1, emulator.CallCount);
    }

    [Fact]
    public async Task FollowBatch_goes_by_the_options_that_it_began_with()
    {
        TargetEmulator emulator = await StartEmulatorAsync(
            new TargetEmulatorOptions { ProcessingDelay = TimeSpan.FromHours(3) }
        );
        ProfileClient client = CreateClient(emulator);
        BulkResult sent = await client.UpdateManyAsync(
            [new Member("m1", "x")],
            new BulkOptions { StatusTimeout = TimeSpan.Zero },
            null,
            Cancellation
        );
        var options = new FollowBatchOptions { StatusTimeout = TimeSpan.FromHours(4) };

        Task<BatchStatus> following = client.FollowBatchAsync(sent.Files[0].StatusUrl!, options, Cancellation);
        options.StatusTimeout = TimeSpan.FromMinutes(1);
        BatchStatus status = await following;

        Assert.True(status.IsCompleted);
    }

    [Fact]
    public async Task A_client_goes_by_the_options_that_it_was_made_with()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        ProfileClientOptions? made = null;
        ProfileClient client = CreateClient(emulator, options => made = options);

        made!.ClientCode = "another";
        made.MaxAttempts = 0;
        await client.UpdateAsync(new Member("m1", "x"), Cancellation);

        Assert.Equal(Account, Assert.Single(emulator.Calls).ClientCode);
    }

    [Fact]
    public async Task A_source_of_attributes_goes_by_the_options_that_it_was_made_with()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        var options = new AdobeTokenOptions
        {
            Tenant = Account,
            ApiKey = "key",
            AccessToken = _ => Task.FromResult("adobe-token"),
            BaseAddress = emulator.BaseAddress,
        };
        using var source = new AdobeAttributeSource(options);

        options.Tenant = "another";
        options.AccessToken = null;
        _ = await source.ListAsync(Cancellation);

        Assert.StartsWith("/acme/", Assert.Single(emulator.Calls).Path, StringComparison.Ordinal);
    }
}
