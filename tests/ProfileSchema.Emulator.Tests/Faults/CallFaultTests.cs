using System.Globalization;
using System.Net;

namespace ProfileSchema.Emulator.Tests;

public sealed class CallFaultTests : FaultTest
{
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData(FaultMoment.BeforeBody, 0, 0)]
    [InlineData(FaultMoment.InsideBody, 15, 0)]
    [InlineData(FaultMoment.BeforeEffect, 31, 0)]
    [InlineData(FaultMoment.AfterEffect, 31, 1)]
    [Trait("Clause", "BULK-7")]
    public async Task A_reset_leaves_no_reply_and_its_moment_decides_whether_the_batch_was_taken(
        FaultMoment moment,
        int bodyLength,
        int batches
    )
    {
        await StartWithAsync(TargetOperation.BulkUpdate, Fault.Reset(moment));
        await Assert.ThrowsAsync<HttpRequestException>(() => BatchAsync(File));
        await UntilAsync(() => Emulator.CallCount == 1);
        ReceivedCall call = Emulator.Calls[0];
        Assert.Equal((null, (long)bodyLength, Fault.Reset(moment)), (call.ReplyStatus, call.BodyLength, call.Fault));
        Assert.Equal(batches, Account.BatchCount);
        Assert.Equal(batches == 0 ? 1 : 3, Account.ProfileCount);

        Assert.Equal("true", (await BatchAsync(File)).Element("success"));
        Assert.Null(Emulator.Calls[1].Fault);
        Assert.Equal(batches + 1, Account.BatchCount);
    }

    [Fact]
    [Trait("Clause", "BULK-5")]
    public async Task A_reset_on_a_used_connection_is_seen_by_the_caller_and_not_repeated_by_the_platform()
    {
        await StartAsync();
        Account.AddProfile("k");
        await FetchAsync();
        Emulator.Faults.Next(TargetOperation.Fetch, Fault.Reset(FaultMoment.BeforeEffect));
        await Assert.ThrowsAsync<HttpRequestException>(FetchAsync);
        Assert.Equal([200, null], Emulator.Calls.Select(call => call.ReplyStatus));
    }

    [Theory]
    [InlineData(FaultMoment.InsideBody)]
    [InlineData(FaultMoment.AfterEffect)]
    [Trait("Clause", "BULK-7")]
    public async Task A_reset_hits_a_large_body_of_any_framing_too(FaultMoment moment)
    {
        await StartWithAsync(TargetOperation.BulkUpdate, Fault.Reset(moment));
        string rows = string.Concat(Enumerable.Repeat($"k,{new string('v', 9_990)}\n", 1_000));
        await Assert.ThrowsAsync<HttpRequestException>(() => BatchAsync("batch=thirdPartyId,a\n" + rows));
        await UntilAsync(() => Emulator.CallCount == 1);
        Assert.Equal(moment == FaultMoment.AfterEffect ? 1 : 0, Account.BatchCount);

        using var http = new HttpClient();
        using var pushed = new PushedContent(20);
        Emulator.Faults.Next(TargetOperation.BulkUpdate, Fault.Reset(FaultMoment.InsideBody));
        var address = new Uri(Emulator.BaseAddress, $"m2/{Code}/v2/profile/batchUpdate");
        await Assert.ThrowsAsync<HttpRequestException>(() => http.PostAsync(address, pushed, Cancel));
        await UntilAsync(() => Emulator.CallCount == 2);
        Assert.Equal(1, Emulator.Calls[1].BodyLength);
    }

    [Theory]
    [InlineData(FaultMoment.BeforeBody, false)]
    [InlineData(FaultMoment.InsideBody, false)]
    [InlineData(FaultMoment.BeforeEffect, false)]
    [InlineData(FaultMoment.AfterEffect, true)]
    [Trait("Clause", "BULK-9")]
    public async Task A_delay_holds_the_call_until_the_clock_is_moved(FaultMoment moment, bool applied)
    {
        await StartWithAsync(TargetOperation.SingleUpdate, Fault.Delay(moment, Time));
        Task<Answer> sent = UpdateAsync();

        await UntilAsync(() => Emulator.Faults.HeldCallCount == 1);

        Assert.Equal(applied ? 1 : 0, Profile("k").Attributes.Count);

        Clock.Advance(Time - TimeSpan.FromTicks(1));
        Assert.Equal((false, 1), (sent.IsCompleted, Emulator.Faults.HeldCallCount));

        Clock.Advance(TimeSpan.FromTicks(1));
        Assert.Equal("true", (await sent).Element("success"));
        Assert.Equal((0, 1), (Emulator.Faults.HeldCallCount, Profile("k").Attributes.Count));
        Assert.Equal(Fault.Delay(moment, Time), Emulator.Calls[0].Fault);
    }

    [Fact]
    [Trait("Clause", "BULK-9")]
    public async Task A_sender_that_gives_up_ends_its_delay_and_so_does_the_end_of_the_emulator()
    {
        Fault forever = Fault.Delay(FaultMoment.AfterEffect, Timeout.InfiniteTimeSpan);
        await StartWithAsync(TargetOperation.Fetch, forever, forever);
        using var http = new HttpClient();
        using var patience = new CancellationTokenSource();
        var address = new Uri(Emulator.BaseAddress, $"rest/v1/profiles/thirdPartyId/k?client={Code}");
        Task<string> first = http.GetStringAsync(address, patience.Token);
        await UntilAsync(() => Emulator.Faults.HeldCallCount == 1);
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        await UntilAsync(() => Emulator.CallCount == 1);
        Assert.Equal((null, forever), (Emulator.Calls[0].ReplyStatus, Emulator.Calls[0].Fault));

        Task<string> second = http.GetStringAsync(address, Cancel);
        await UntilAsync(() => Emulator.Faults.HeldCallCount == 1);
        await Emulator.DisposeAsync();
        await Assert.ThrowsAsync<HttpRequestException>(() => second);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    [InlineData(401)]
    [InlineData(403)]
    [Trait("Clause", "BULK-6")]
    [Trait("Clause", "AUTH-1")]
    public async Task A_status_is_answered_before_or_after_the_effect(int status)
    {
        Fault before = Fault.Status(status);
        Fault after = Fault.Status(status, FaultMoment.AfterEffect);
        await StartWithAsync(TargetOperation.BulkUpdate, before, after);

        Answer first = await BatchAsync(File);

        Assert.Equal((status, "false"), ((int)first.Status, first.Element("success")));
        Assert.DoesNotContain("Retry-After", first.Headers.Keys);
        Assert.Equal(0, Account.BatchCount);
        Assert.Equal(status, (int)(await BatchAsync(File)).Status);
        Assert.Equal((1, 3), (Account.BatchCount, Account.ProfileCount));
        Assert.Equal([before, after], Emulator.Calls.Select(call => call.Fault));
        Assert.Equal([status, status], Emulator.Calls.Select(call => call.ReplyStatus));
        Assert.Empty(Emulator.Violations);
    }

    [Fact]
    [Trait("Clause", "BULK-5")]
    [Trait("Clause", "BULK-6")]
    public async Task Retry_After_is_a_number_or_a_date_of_the_emulators_clock()
    {
        await StartWithAsync(
            TargetOperation.BatchStatus,
            Fault.Status(503, retryAfter: RetryAfter.Seconds(7)),
            Fault.Status(429, retryAfter: RetryAfter.Date(TimeSpan.FromMinutes(2)))
        );

        Assert.Equal("7", (await GetAsync($"m2/{Code}/profile/batchStatus")).Headers["Retry-After"]);

        string date = (await GetAsync($"m2/{Code}/profile/batchStatus")).Headers["Retry-After"];

        Assert.Equal("Fri, 02 Jan 2026 03:06:05 GMT", date);
        Assert.Equal(Clock.GetUtcNow().AddMinutes(2), DateTimeOffset.Parse(date, CultureInfo.InvariantCulture));
    }

    [Fact]
    [Trait("Clause", "HTTP-1")]
    public async Task A_redirect_takes_no_effect_and_a_cookie_is_set_on_any_reply()
    {
        var elsewhere = new Uri("http://127.0.0.1:9/elsewhere?a=%20");
        await StartWithAsync(
            TargetOperation.SingleUpdate,
            Fault.Redirect(elsewhere),
            Fault.SetCookie("mboxPC=1"),
            Fault.Redirect(elsewhere, 302).With(Fault.SetCookie("mboxPC=2"))
        );
        Answer sentOn = await UpdateAsync();
        Assert.Equal(HttpStatusCode.TemporaryRedirect, sentOn.Status);
        Assert.Equal("http://127.0.0.1:9/elsewhere?a=%20", sentOn.Headers["Location"]);
        Assert.Empty(Profile("k").Attributes);

        Answer withCookie = await UpdateAsync();
        Assert.Equal(("true", "mboxPC=1"), (withCookie.Element("success"), withCookie.Headers["Set-Cookie"]));
        Assert.Single(Profile("k").Attributes);

        Answer both = await UpdateAsync();
        Assert.Equal((HttpStatusCode.Found, "mboxPC=2"), (both.Status, both.Headers["Set-Cookie"]));
        Assert.Equal(3, Emulator.Faults.HitCount);
    }

    [Fact]
    [Trait("Clause", "BULK-3")]
    [Trait("Clause", "SINGLE-6")]
    public async Task Success_false_comes_with_its_message_and_200()
    {
        Fault fault = Fault.Unsuccessful("Too busy & tired");
        await StartWithAsync(TargetOperation.BulkUpdate, fault);
        Emulator.Faults.Next(TargetOperation.SingleUpdate, fault);
        foreach (Answer answer in new[] { await BatchAsync(File), await UpdateAsync() })
        {
            Assert.Equal((HttpStatusCode.OK, "false"), (answer.Status, answer.Element("success")));
            Assert.Equal("Too busy & tired", answer.Element("message"));
        }

        Assert.Equal((0, 0), (Account.BatchCount, Profile("k").Attributes.Count));
        Assert.Equal(2, Emulator.Faults.Hits[fault]);
    }
}
