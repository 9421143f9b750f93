using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;
using System.Text.Json;
using CsCheck;
using Microsoft.AspNetCore.Http;
using ProfileSchema.Emulator;

namespace ProfileSchema.Client.Tests.Delivery;

public sealed class SessionUpdateTests : EmulatorTest
{
    private static DeliverySession Session => new("s-1", "point-of-sale");

    [Fact]
    [Trait("Clause", "DELIVERY-1")]
    [Trait("Clause", "DELIVERY-4")]
    [Trait("Clause", "DELIVERY-5")]
    public async Task An_update_holds_at_once_and_gives_targets_id()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        ProfileClient client = CreateClient(emulator);
        SessionUpdateResult result = await client.UpdateInSessionAsync(
            new Member("m 1", "Malmö \"x\""),
            Session,
            null,
            Cancellation
        );
        Assert.True(result.IsSent);
        Assert.NotNull(result.RequestId);
        Assert.Equal("Malmö \"x\"", Stored(emulator, "m 1")!["city"]);
        FetchedProfile? fetched = await client.FetchAsync(result.PcId!.Value, Cancellation);
        Assert.Equal("Malmö \"x\"", fetched!.Attributes["city"].Value);
        Assert.Empty(emulator.Violations);
        ReceivedCall call = emulator.Calls[0];
        Assert.Equal("/rest/v1/delivery", call.Path);
        Assert.Equal("client=acme&sessionId=s-1", call.RawQuery);
        Assert.Equal(
            """{"id":{"thirdPartyId":"m 1"},"context":{"channel":"web"},"execute":{"mboxes":[{"index":1,"name":"point-of-sale","profileParameters":{"city":"Malmö \"x\""}}]}}""",
            System.Text.Encoding.UTF8.GetString(call.Body.Span)
        );
    }

    [Fact]
    [Trait("Clause", "DELIVERY-1")]
    public async Task Targets_own_id_and_an_app_are_said_as_such()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        var session = DeliverySession.Start("app", DeliveryChannel.Mobile);
        await CreateClient(emulator)
            .UpdateInSessionAsync(new Member("1-2.28_0", "x"), Member.ByPcId, session, null, Cancellation);
        using var body = JsonDocument.Parse(emulator.Calls[0].Body);
        Assert.Equal("mobile", body.RootElement.GetProperty("context").GetProperty("channel").GetString());
        Assert.Equal("1-2.28_0", body.RootElement.GetProperty("id").GetProperty("tntId").GetString());
        Assert.NotNull(emulator.GetAccount(Account).FindProfile(TargetId.PcId("1-2.28_0")));
        Assert.Empty(emulator.Violations);
    }

    [Fact]
    [Trait("Clause", "DELIVERY-5")]
    public async Task A_beacon_is_sent_without_a_reply()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        SessionUpdateResult result = await CreateClient(emulator)
            .UpdateInSessionAsync(
                new Member("m1", "x"),
                Session,
                new SessionUpdateOptions { IsBeacon = true },
                Cancellation
            );
        Assert.True(result.IsSent);
        Assert.Null(result.PcId);
        Assert.Equal(204, emulator.Calls[0].ReplyStatus);
        Assert.Equal("x", Stored(emulator, "m1")!["city"]);
    }

    [Fact]
    [Trait("Clause", "VALUE-4")]
    public async Task Without_a_value_no_metered_call_is_made()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        SessionUpdateResult result = await CreateClient(emulator)
            .UpdateInSessionAsync(new Member("m1"), Session, null, Cancellation);
        Assert.False(result.IsSent);
        Assert.Equal("nothing to send", result.ToString());
        Assert.Empty(emulator.Calls);
    }

    [Fact]
    [Trait("Clause", "DELIVERY-2")]
    public async Task The_limits_of_a_session_are_kept_before_sending()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        ProfileClient client = CreateClient(emulator);
        await client.UpdateInSessionAsync(
            new Member(new string('k', 128), new string('ö', 256)),
            Session,
            null,
            Cancellation
        );
        Assert.Empty(emulator.Violations);
        (Member, RejectionReason)[] refused =
        [
            (new Member(new string('k', 129), "x"), RejectionReason.SessionKeyTooLong),
            (new Member("m1", null, new string('x', 257)), RejectionReason.SessionValueTooLong),
        ];
        foreach ((Member member, RejectionReason reason) in refused)
        {
            var exception = await Assert.ThrowsAsync<ProfileValidationException>(() =>
                client.UpdateInSessionAsync(member, Session, null, Cancellation)
            );
            Assert.Equal(reason, exception.Reason);
        }

        Assert.Single(emulator.Calls);
    }

    [Fact]
    [Trait("Clause", "DELIVERY-4")]
    [Trait("Clause", "AUTH-4")]
    public async Task No_token_goes_with_it()
    {
        TargetEmulator emulator = await StartEmulatorAsync(new TargetEmulatorOptions { RequiredToken = "s3cret" });
        ProfileClient client = CreateClient(
            emulator,
            options => options.TokenSource = ProfileTokenSource.Fixed("s3cret")
        );
        await client.UpdateInSessionAsync(new Member("m1", "x"), Session, null, Cancellation);
        Assert.False(emulator.Calls[0].Headers.ContainsKey("Authorization"));
        Assert.Empty(emulator.Violations);
    }

    [Theory]
    [Trait("Clause", "DELIVERY-4")]
    [Trait("Clause", "DELIVERY-5")]
    [InlineData(420, "at once (DELIVERY-5)")]
    [InlineData(429, "Call again later")]
    [InlineData(503, "may be metered")]
    [InlineData(500, "The service failed")]
    [InlineData(403, "requires no token")]
    [InlineData(400, "Check the client code, the session and the mbox")]
    public async Task A_declined_session_update_is_reported_and_not_retried(int status, string message)
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        emulator.Faults.Next(TargetOperation.Delivery, Fault.Status(status));
        var exception = await Assert.ThrowsAsync<ProfileRequestException>(() =>
            CreateClient(emulator).UpdateInSessionAsync(new Member("id-4711", "x"), Session, null, Cancellation)
        );
        Assert.Equal((HttpStatusCode)status, exception.StatusCode);
        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("4711", exception.ToString(), StringComparison.Ordinal);
        Assert.Single(emulator.Calls);
    }

    [Fact]
    [Trait("Clause", "DELIVERY-4")]
    public async Task A_session_update_with_MaxAttempts_is_retried()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        ProfileClient client = CreateClient(emulator);
        emulator.Faults.Next(
            TargetOperation.Delivery,
            Fault.Status(420),
            Fault.Status(503),
            Fault.Reset(FaultMoment.BeforeEffect)
        );
        var options = new SessionUpdateOptions { MaxAttempts = 4 };
        Assert.True((await client.UpdateInSessionAsync(new Member("m1", "x"), Session, options, Cancellation)).IsSent);
        Assert.Equal(4, emulator.Calls.Count);
        emulator.Faults.Next(TargetOperation.Delivery, Fault.Status(400));
        await Assert.ThrowsAsync<ProfileRequestException>(() =>
            client.UpdateInSessionAsync(new Member("m1", "x"), Session, options, Cancellation)
        );
        Assert.Equal(5, emulator.Calls.Count);
    }

    [Theory]
    [Trait("Clause", "DELIVERY-5")]
    [InlineData(200, "<html>Welcome</html>", "something that is not its reply")]
    [InlineData(200, "", "something that is not its reply")]
    [InlineData(200, "{}", "something that is not its reply")]
    [InlineData(200, "{\"status\":400,\"id\":{},\"message\":\"bad id-4711\"}", "answered 200 to a session update")]
    public async Task What_is_no_reply_is_an_error(int status, string body, string message)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            return context.Response.WriteAsync(body, context.RequestAborted);
        });
        using ProfileClient client = server.CreateClient();
        var exception = await Assert.ThrowsAsync<ProfileRequestException>(() =>
            client.UpdateInSessionAsync(new Member("id-4711", "x"), Session, null, Cancellation)
        );
        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("4711", exception.ToString() + exception.ServiceMessage, StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Clause", "DELIVERY-5")]
    [InlineData("{\"id\":{\"tntId\":\"1-2.28_0\"}}", true)]
    [InlineData("{\"id\":{\"tntId\":\"\"},\"status\":\"200\"}", false)]
    [InlineData("{\"id\":{\"tntId\":7},\"status\":204,\"new\":[[]]}", false)]
    [InlineData("{\"id\":{}}", false)]
    [InlineData("{\"id\":{\"tntId\":\"\\ud83d\"},\"requestId\":\"\\ud83d\"}", false)]
    public async Task A_reply_is_read_liberally(string body, bool hasId)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(context =>
            context.Response.WriteAsync(body, context.RequestAborted)
        );
        using ProfileClient client = server.CreateClient();
        SessionUpdateResult result = await client.UpdateInSessionAsync(
            new Member("m1", "x"),
            Session,
            null,
            Cancellation
        );
        Assert.Equal(hasId ? ProfileKey.PcId("1-2.28_0") : null, result.PcId);
    }

    [Fact]
    public async Task The_name_of_a_call_stays_whole_whatever_the_ids_are()
    {
        const string body = """{"id":{},"requestId":"0a1b-11\n"}""";
        await using LoopbackServer server = await LoopbackServer.StartAsync(context =>
            context.Response.WriteAsync(body, context.RequestAborted)
        );
        using ProfileClient client = server.CreateClient();
        var session = new DeliverySession("a", "m");
        SessionUpdateResult result = await client.UpdateInSessionAsync(
            new Member("1", "x"),
            session,
            null,
            Cancellation
        );
        Assert.Equal("0a1b-11", result.RequestId);
    }

    [Fact]
    [Trait("Clause", "HTTP-1")]
    public async Task No_redirect_is_followed_no_cookie_kept_and_no_trace_header_sent()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        ProfileClient client = CreateClient(emulator);
        using Activity activity = new Activity("test").AddBaggage("customer", "4711").Start();
        emulator.Faults.Next(
            TargetOperation.Delivery,
            Fault.SetCookie(),
            Fault.None,
            Fault.Redirect(new Uri(emulator.BaseAddress, "/elsewhere"))
        );
        await client.UpdateInSessionAsync(new Member("m1", "x"), Session, null, Cancellation);
        await client.UpdateInSessionAsync(new Member("m1", "y"), Session, null, Cancellation);
        Assert.Empty(emulator.Violations);
        await Assert.ThrowsAsync<ProfileRequestException>(() =>
            client.UpdateInSessionAsync(new Member("m1", "z"), Session, null, Cancellation)
        );
        Assert.Equal(3, emulator.Calls.Count);
    }

    [Fact]
    [Trait("Clause", "HTTP-2")]
    public async Task What_is_printed_or_measured_holds_no_id()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        using var listener = new MeterListener();
        var measured = new List<string>();
        listener.InstrumentPublished = (instrument, l) =>
        {
            if (instrument.Name == "profileschema.client.session.calls")
            {
                l.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>(
            (_, count, tags, _) =>
            {
                lock (measured)
                {
                    measured.Add($"{count} {string.Join(',', tags.ToArray())}");
                }
            }
        );
        listener.Start();
        var session = new DeliverySession("session-4711", "m");
        SessionUpdateResult result = await CreateClient(emulator)
            .UpdateInSessionAsync(new Member("id-4711", "value-4711"), session, null, Cancellation);
        Assert.Equal("sent", result.ToString());
        Assert.Equal("web session", session.ToString());
        Assert.Equal("pcId", result.PcId.ToString());
        Assert.Contains("1 [http.response.status_code, 200]", measured);
        Assert.DoesNotContain(measured, entry => entry.Contains("4711", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Clause", "DELIVERY-3")]
    public void A_session_id_is_judged()
    {
        string[] ids = ["", " ", "a b", "a?", "{a", "a}", "a/b", "ö", "a\u0007", new('s', 129)];
        Assert.All(
            ids,
            id =>
            {
                var exception = Assert.Throws<ArgumentException>(() => new DeliverySession(id, "m"));
                Assert.Equal("id", exception.ParamName);
                Assert.Contains("DELIVERY-3", exception.Message, StringComparison.Ordinal);
            }
        );
        Assert.Equal(128, new DeliverySession(new string('~', 128), "m").Id.Length);
        Assert.All(
            (string[])["", " ", "a\n", "a\ud83d"],
            mbox =>
                Assert.Equal("mbox", Assert.Throws<ArgumentException>(() => new DeliverySession("s", mbox)).ParamName)
        );
        Assert.Equal("Zürich 👋", new DeliverySession("s", "Zürich 👋").Mbox);
        Assert.Throws<ArgumentOutOfRangeException>(() => new DeliverySession("s", "m", (DeliveryChannel)7));
        Assert.NotEqual(DeliverySession.Start("m").Id, DeliverySession.Start("m").Id);
    }

    [Fact]
    [Trait("Clause", "DELIVERY-3")]
    [Trait("Clause", "HTTP-2")]
    public async Task A_session_is_used_for_one_visitor_and_no_other()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        ProfileClient client = CreateClient(emulator);
        DeliverySession session = Session;
        await client.UpdateInSessionAsync(new Member("first-4711"), session, null, Cancellation);
        Task Update(string id, ProfileContract<Member> contract) =>
            client.UpdateInSessionAsync(new Member(id, "x"), contract, session, null, Cancellation);
        ProfileContract<Member> byCustomer = ProfileContract.Of<Member>();
        await Update("m1-4711", byCustomer);
        await Update("m1-4711", byCustomer);

        var exception = await Assert.ThrowsAsync<ArgumentException>(() => Update("m2-4711", byCustomer));
        Assert.Equal("session", exception.ParamName);
        Assert.Contains("DELIVERY-3", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("4711", exception.ToString(), StringComparison.Ordinal);

        // The visitor's other id is no other visitor; a second one of its kind is.
        StoredProfile visitor = emulator.GetAccount(Account).FindProfile(TargetId.ThirdPartyId("m1-4711"))!;
        await Update(visitor.PcId, Member.ByPcId);
        await Assert.ThrowsAsync<ArgumentException>(() => Update("9-9.28_0", Member.ByPcId));
        Assert.Equal(3, emulator.Calls.Count);
        Assert.Empty(emulator.Violations);
    }

    [Fact]
    [Trait("Clause", "DELIVERY-3")]
    public async Task Of_visitors_who_race_for_a_session_one_gets_it()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        ProfileClient client = CreateClient(emulator);
        DeliverySession session = Session;
        bool[] sent = await Task.WhenAll(
            Enumerable
                .Range(0, 20)
                .Select(i =>
                    Task.Run(async () =>
                    {
                        try
                        {
                            var member = new Member($"m{i}", "x");
                            return (await client.UpdateInSessionAsync(member, session, null, Cancellation)).IsSent;
                        }
                        catch (ArgumentException)
                        {
                            return false;
                        }
                    })
                )
        );
        Assert.Single(sent, isSent => isSent);
        Assert.Single(emulator.Calls);
    }

    [Fact]
    [Trait("Clause", "DELIVERY-3")]
    public async Task Any_session_id_survives_the_query()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        ProfileClient client = CreateClient(emulator);
        string printable = string.Concat(Enumerable.Range('!', '~' - '!' + 1).Select(c => (char)c).Except("?{}/"));
        foreach (string id in (string[])[printable, "%41", "..", "a#b&c=d"])
        {
            await client.UpdateInSessionAsync(new Member("m1", "x"), new DeliverySession(id, "m"), null, Cancellation);
            Assert.Equal(id, emulator.Calls[^1].Parameters.First(field => field.Key == "sessionId").Value);
        }

        Assert.Empty(emulator.Violations);
    }

    [Fact]
    [Trait("Clause", "DELIVERY-2")]
    [Trait("Clause", "URL-4")]
    public async Task Arbitrary_text_comes_back_equal_through_the_reader_of_the_emulator()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        ProfileClient client = CreateClient(emulator);
        await Gen.Select(Arbitrary.Key.Where(key => key.Length <= 128), Arbitrary.Value)
            .SampleAsync(
                async (key, value) =>
                {
                    var member = new Member(key, value);
                    await client.UpdateInSessionAsync(member, DeliverySession.Start("m"), null, Cancellation);
                    Assert.Equal(value, Stored(emulator, key)!["city"]);
                    Assert.True((await client.VerifyAsync([member], null, Cancellation)).IsVerified);
                },
                iter: 300,
                threads: 1
            );
        Assert.Empty(emulator.Violations);
    }
}
