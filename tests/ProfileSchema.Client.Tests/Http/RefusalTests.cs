namespace ProfileSchema.Client.Tests.Http;

/// <summary>What refuses an option says which, what is wrong with it, and what to do, and does not show the value.</summary>
public sealed class RefusalTests
{
    private static readonly ProfileClientOptions Good = new() { ClientCode = "acme" };

    private static readonly Dictionary<string, Action> CallRefusals = new()
    {
        ["BulkOptions.ApiVersion must be V1 or V2. (Parameter 'ApiVersion')"] = () =>
            Run(new BulkOptions { ApiVersion = (BatchApiVersion)3 }),
        ["BulkOptions.MaxRowsPerFile must be between 1 and 500,000. (Parameter 'MaxRowsPerFile')"] = () =>
            Run(new BulkOptions { MaxRowsPerFile = 500_001 }),
        ["BulkOptions.MaxConcurrency must be between 1 and 10. (Parameter 'MaxConcurrency')"] = () =>
            Run(new BulkOptions { MaxConcurrency = 11 }),
        ["BulkOptions.MaxAttempts must be at least 1. (Parameter 'MaxAttempts')"] = () =>
            Run(new BulkOptions { MaxAttempts = 0 }),
        ["BulkOptions.RetryTimeout must be between zero and one day. (Parameter 'RetryTimeout')"] = () =>
            Run(new BulkOptions { RetryTimeout = TimeSpan.FromHours(25) }),
        [
            "BulkOptions.StatusTimeout must be between zero and one day. To skip status polling, set it to zero. (Parameter 'StatusTimeout')"
        ] = () => Run(new BulkOptions { StatusTimeout = TimeSpan.MaxValue }),
        [
            "BulkOptions.StatusInterval must be greater than zero and no more than one day. To skip status polling, set StatusTimeout to "
                + "zero. (Parameter 'StatusInterval')"
        ] = () => Run(new BulkOptions { StatusInterval = TimeSpan.Zero }),
        ["BulkOptions.DuplicateHandling must be Report, Reject or Merge. (Parameter 'DuplicateHandling')"] = () =>
            Run(new BulkOptions { DuplicateHandling = (DuplicateHandling)7 }),
        ["BulkOptions.MergeWindow must be at least 1. (Parameter 'MergeWindow')"] = () =>
            Run(new BulkOptions { MergeWindow = 0 }),
        [
            "BulkOptions.SpoolDirectory must not be blank. Omit it to keep nothing on disk. (Parameter 'SpoolDirectory')"
        ] = () => Run(new BulkOptions { SpoolDirectory = " " }),
        [
            "BulkOptions.ExpectedCount must not be negative. Omit it if the count isn't known. (Parameter 'ExpectedCount')"
        ] = () => Run(new BulkOptions { ExpectedCount = -1 }),
        [
            "FollowBatchOptions.StatusTimeout must be greater than zero and no more than one day. (Parameter 'StatusTimeout')"
        ] = () => Follow(new FollowBatchOptions { StatusTimeout = TimeSpan.Zero }),
        [
            "FollowBatchOptions.StatusInterval must be greater than zero and no more than one day. (Parameter 'StatusInterval')"
        ] = () => Follow(new FollowBatchOptions { StatusInterval = TimeSpan.FromDays(2) }),
        ["VerifyOptions.Interval must be between zero and one day. (Parameter 'Interval')"] = () =>
            Call(client => client.VerifyAsync<Member>([], new VerifyOptions { Interval = TimeSpan.FromDays(2) })),
        ["SessionUpdateOptions.MaxAttempts must be at least 1. (Parameter 'MaxAttempts')"] = () =>
            Call(client =>
                client.UpdateInSessionAsync(
                    new Member("m1", "x"),
                    DeliverySession.Start("home"),
                    new SessionUpdateOptions { MaxAttempts = 0 }
                )
            ),
    };

    private static readonly Dictionary<string, Action> QuotaRefusals = new()
    {
        [
            "AccountQuotaOptions.CallsPerMinute must be at least 1. Set it to what this program may use of the account's 50 uploads and status calls a minute (BULK-5). (Parameter 'CallsPerMinute')"
        ] = () => WithQuota(options => options.CallsPerMinute = 0),
        [
            "AccountQuotaOptions.ReservedForStatus must not be negative. Set it to 0 to reserve nothing. (Parameter 'ReservedForStatus')"
        ] = () => WithQuota(options => options.ReservedForStatus = -1),
        [
            "AccountQuotaOptions.ReservedForUploads must be less than CallsPerMinute, so that calls are left for the other kind. (Parameter 'ReservedForUploads')"
        ] = () => WithQuota(options => (options.ReservedForUploads, options.ReservedForStatus) = (50, 0)),
        [
            "AccountQuotaOptions.ReservedForStatus and ReservedForUploads must be at most CallsPerMinute together. (Parameter 'ReservedForStatus')"
        ] = () => WithQuota(options => options.ReservedForStatus = 41),
        [
            "AccountQuotaOptions.SingleUpdatesPerDay must be at least 1. Set it to what this program may use of the account's 1,000,000 single updates a day (SINGLE-5). (Parameter 'SingleUpdatesPerDay')"
        ] = () => WithQuota(options => options.SingleUpdatesPerDay = 0),
    };

    private static readonly Dictionary<string, Action> ClientRefusals = new()
    {
        [
            "ProfileClientOptions.ClientCode must have 1 to 63 letters, digits and hyphens, without a hyphen at either end (ID-6). "
                + "Pass the label alone, without a host or a path. (Parameter 'ClientCode')"
        ] = () => _ = new ProfileClient(new ProfileClientOptions { ClientCode = "acme.example" }),
        [
            "ProfileClientOptions.BaseAddress must use https; http is allowed on a loopback address only (AUTH-5). (Parameter 'BaseAddress')"
        ] = () => WithAddress("http://target.example.com"),
        [
            "ProfileClientOptions.BaseAddress must be a scheme and a host alone, such as https://target.example.com. (Parameter 'BaseAddress')"
        ] = () => WithAddress("https://me:secret@target.example.com"),
        [
            "ProfileClientOptions.RequestTimeout must be greater than zero and no more than one day. (Parameter 'RequestTimeout')"
        ] = () => _ = new ProfileClient(With(options => options.RequestTimeout = TimeSpan.MaxValue)),
        ["ProfileClientOptions.MaxAttempts must be at least 1. (Parameter 'MaxAttempts')"] = () =>
            _ = new ProfileClient(With(options => options.MaxAttempts = 0)),
        [
            "ProfileClientOptions.TimeProvider must not be null. Omit it to use TimeProvider.System. (Parameter 'TimeProvider')"
        ] = () => _ = new ProfileClient(With(options => options.TimeProvider = null!)),
    };

    private static readonly Dictionary<string, Action> TokenRefusals = new()
    {
        [
            "AdobeTokenOptions.Tenant must have 1 to 63 letters, digits and hyphens, without a hyphen at either end (ID-6). "
                + "Pass the label alone, without a host or a path. (Parameter 'Tenant')"
        ] = () => WithToken(options => options.Tenant = "acme/.."),
        [
            "AdobeTokenOptions.BaseAddress must use https; http is allowed on a loopback address only (AUTH-5). (Parameter 'BaseAddress')"
        ] = () => WithToken(options => options.BaseAddress = new Uri("http://mc.adobe.io")),
        [
            "AdobeTokenOptions.RequestTimeout must be greater than zero and no more than one day. (Parameter 'RequestTimeout')"
        ] = () => WithToken(options => options.RequestTimeout = TimeSpan.FromDays(50)),
        [
            "AdobeTokenOptions.ApiKey is empty or contains characters other than visible ASCII. Pass the client id of the Adobe I/O integration. (Parameter 'ApiKey')"
        ] = () => WithToken(options => options.ApiKey = "key\n"),
        [
            "AdobeTokenOptions.AccessToken must not be null. Set the function that returns the bearer token of the Adobe I/O integration. (Parameter 'AccessToken')"
        ] = () => WithToken(options => options.AccessToken = null),
        [
            "AdobeTokenOptions.TimeProvider must not be null. Omit it to use TimeProvider.System. (Parameter 'TimeProvider')"
        ] = () => WithToken(options => options.TimeProvider = null!),
        [
            "The token is empty or contains characters other than visible ASCII. Pass the token alone, without the word Bearer, quotes or a line end. (Parameter 'token')"
        ] = () => _ = ProfileTokenSource.Fixed(" "),
    };

    public static TheoryData<string> Messages =>
        [.. CallRefusals.Keys, .. QuotaRefusals.Keys, .. ClientRefusals.Keys, .. TokenRefusals.Keys];

    [Theory]
    [MemberData(nameof(Messages))]
    public void Option_fault_and_remedy_are_named(string message)
    {
        Action refused =
            CallRefusals.GetValueOrDefault(message)
            ?? QuotaRefusals.GetValueOrDefault(message)
            ?? TokenRefusals.GetValueOrDefault(message)
            ?? ClientRefusals[message];
        Assert.Equal(message, Assert.ThrowsAny<ArgumentException>(refused).Message);
    }

    [Fact]
    public async Task A_run_of_pcIds_says_what_to_choose()
    {
        using var client = new ProfileClient(Good);
        var exception = await Assert.ThrowsAsync<ArgumentException>(() =>
            client.UpdateManyAsync(
                [new Member("1.28_0", "x")],
                Member.ByPcId,
                cancellationToken: TestContext.Current.CancellationToken
            )
        );
        Assert.Equal(
            "Member is keyed by pcId, for which BulkOptions.ApiVersion has no default (ID-5): choose V1 for an account with Experience "
                + "Cloud ids, V2 for one without. (Parameter 'version')",
            exception.Message
        );
    }

    private static void Run(BulkOptions options) =>
        Call(client => client.UpdateManyAsync<Member>([new("m1", "x")], options));

    private static void Follow(FollowBatchOptions options) =>
        Call(client => client.FollowBatchAsync(new Uri("https://acme.tt.omtrdc.net/status"), options));

    // Invalid options end a call before anything is sent or waited for.
    private static void Call(Func<ProfileClient, Task> call)
    {
        using var client = new ProfileClient(Good);
        call(client).GetAwaiter().GetResult();
    }

    private static void WithAddress(string address) =>
        _ = new ProfileClient(With(options => options.BaseAddress = new Uri(address)));

    private static void WithToken(Action<AdobeTokenOptions> change)
    {
        var options = new AdobeTokenOptions
        {
            Tenant = "acme",
            ApiKey = "key",
            AccessToken = _ => Task.FromResult("token"),
        };
        change(options);
        _ = new AdobeTokenSource(options);
    }

    private static ProfileClientOptions With(Action<ProfileClientOptions> change)
    {
        var options = new ProfileClientOptions { ClientCode = "acme" };
        change(options);
        return options;
    }

    private static void WithQuota(Action<AccountQuotaOptions> configure)
    {
        var options = new AccountQuotaOptions();
        configure(options);
        _ = new LocalAccountQuota(options);
    }
}
