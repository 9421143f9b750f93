using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using ProfileSchema.Tool.Tests.Running;

namespace ProfileSchema.Tool.Tests.Emulate;

public sealed partial class EmulateTests : EmulateTest
{
    /// <summary>The rows of the table of faults in the documentation, but for the one that names none.</summary>
    public static TheoryData<string, string> DocumentedFaults
    {
        get
        {
            var rows = new TheoryData<string, string>();
            string section = File.ReadAllText(EmulatorPage()).ReplaceLineEndings("\n").Split("\n## Faults\n")[1];
            foreach (Match row in FaultRow().Matches(section).Where(row => row.Groups["name"].Value != "none"))
            {
                rows.Add(row.Groups["name"].Value, row.Groups["text"].Value.Replace("`", "", StringComparison.Ordinal));
            }

            return rows;
        }
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task Emulate_takes_calls_shows_them_in_its_web_UI_and_stops_on_a_signal(string signal)
    {
        EmulatorProcess emulator = await EmulateInAnotherProcessAsync();
        Assert.Equal("127.0.0.1", emulator.Address.Host);
        await PostBatchAsync(emulator.Address, "batch=thirdPartyId,tier\nM1,gold\n");
        Assert.Equal("gold", await FetchAsync(emulator.Address, "M1", "tier"));
        string page = await Http.GetStringAsync(emulator.Address, Cancellation);
        Assert.Contains("Latest batches", page, StringComparison.Ordinal);
        Assert.Contains("acme", page, StringComparison.Ordinal);

        ToolProcess end = await emulator.StopAsync(signal);
        Assert.Equal(0, end.ExitCode);
        Assert.EndsWith(
            "Stopped after 2 calls. The profiles were in memory, and are gone.\n",
            end.Error,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain('\e', end.Output + end.Error);
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("127.0.0.1.evil.example")]
    [InlineData("192.168.0.7:8080")]
    public async Task Emulate_answers_a_call_with_the_host_of_another_machine_with_421(string host)
    {
        RunningEmulator emulator = await EmulateAsync();
        foreach (string target in (string[])["", "page/profiles", "rest/v1/profiles/thirdPartyId/M1?client=acme"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(emulator.Address, target));
            request.Headers.Host = host;
            using HttpResponseMessage response = await Http.SendAsync(request, Cancellation);
            Assert.Equal(HttpStatusCode.MisdirectedRequest, response.StatusCode);
        }
    }

    [Fact]
    public async Task Emulate_listens_on_the_loopback_address_alone()
    {
        RunningEmulator emulator = await EmulateAsync();
        IPAddress[] others =
        [
            .. (await Dns.GetHostAddressesAsync(Dns.GetHostName(), AddressFamily.InterNetwork, Cancellation)).Where(
                address => !IPAddress.IsLoopback(address)
            ),
        ];

        Assert.SkipWhen(others.Length == 0, "This machine has no other address.");

        foreach (IPAddress other in others)
        {
            using var socket = new TcpClient();
            await Assert.ThrowsAsync<SocketException>(async () =>
                await socket.ConnectAsync(other, emulator.Address.Port, Cancellation)
            );
        }
    }

    [Fact]
    [Trait("Clause", "ID-6")]
    public async Task Emulate_with_accounts_serves_only_those()
    {
        RunningEmulator emulator = await EmulateAsync("--accounts", "acme,outlet");
        Assert.Equal(HttpStatusCode.OK, await PostEmptyAsync(emulator, "outlet", token: null));
        Assert.Equal(HttpStatusCode.BadRequest, await PostEmptyAsync(emulator, "other", token: null));
    }

    [Fact]
    [Trait("Clause", "AUTH-1")]
    public async Task Emulate_with_require_token_refuses_calls_without_it_and_never_shows_it()
    {
        Write("token.txt", "s3cret-token\n");

        RunningEmulator emulator = await EmulateAsync("--require-token", "--token-file", "token.txt");

        Assert.Equal(HttpStatusCode.Forbidden, await PostEmptyAsync(emulator, Account, token: null));
        Assert.Equal(HttpStatusCode.Forbidden, await PostEmptyAsync(emulator, Account, "another"));
        Assert.Equal(HttpStatusCode.OK, await PostEmptyAsync(emulator, Account, "s3cret-token"));

        string calls = await Http.GetStringAsync(new Uri(emulator.Address, "page/call?number=3"), Cancellation);
        ToolProcess end = await emulator.StopAsync();

        Assert.DoesNotContain("s3cret", calls + end.Output + end.Error, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Clause", "BULK-10")]
    public async Task Emulate_that_stops_before_a_batch_is_applied_warns_that_it_is_forgotten()
    {
        RunningEmulator emulator = await EmulateAsync("--processing-delay", "3600");
        await PostBatchAsync(emulator.Address, "batch=thirdPartyId,tier\nM1,gold\n");
        Assert.Null(await FetchAsync(emulator.Address, "M1", "tier"));
        ToolProcess end = await emulator.StopAsync();
        Assert.Contains("not applied yet, and are forgotten: 1.", end.Error, StringComparison.Ordinal);
        Assert.Equal(0, end.ExitCode);
    }

    [Fact]
    public async Task Emulate_with_faults_hits_the_same_calls_every_time()
    {
        HttpStatusCode[] first = await AskAsync();
        Assert.Contains(HttpStatusCode.TooManyRequests, first);
        Assert.Contains(HttpStatusCode.ServiceUnavailable, first);
        Assert.Contains(HttpStatusCode.NotFound, first);
        Assert.Equal(first, await AskAsync());

        async Task<HttpStatusCode[]> AskAsync()
        {
            RunningEmulator emulator = await EmulateAsync("--faults", "overloaded");
            var address = new Uri(emulator.Address, "rest/v1/profiles/thirdPartyId/M1?client=acme");
            var statuses = new HttpStatusCode[30];
            for (int call = 0; call < statuses.Length; call++)
            {
                using HttpResponseMessage response = await Http.GetAsync(address, Cancellation);
                statuses[call] = response.StatusCode;
            }

            return statuses;
        }
    }

    [Theory]
    [MemberData(nameof(DocumentedFaults))]
    public async Task Emulate_with_faults_prints_what_the_documentation_says_of_them(string faults, string text)
    {
        RunningEmulator emulator = await EmulateAsync("--faults", faults);

        ToolProcess end = await emulator.StopAsync();

        Assert.Contains($"Faults        {faults}: {text}\n", emulator.Announced + end.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("flaky", "page/calls?operation=remarks", "fault")]
    [InlineData("odd-replies", "page/calls?operation=remarks", "fault")]
    [InlineData("failing-rows", "page/batches", "failed")]
    public async Task Send_to_an_emulator_with_faults_is_done_and_the_web_UI_shows_the_faults(
        string faults,
        string view,
        string mark
    )
    {
        RunningEmulator emulator = await EmulateAsync("--faults", faults);
        Write("m.csv", "id,tier\n" + string.Concat(Enumerable.Range(1, 500).Select(row => $"M{row},gold\n")));
        string[] options = ["--status-interval", "0.02", "--max-rows", "50"];

        ToolProcess run = await RunAsync([
            "send",
            "m.csv",
            "--key",
            "id",
            "--client",
            Account,
            "--base-address",
            emulator.Address.ToString(),
            .. options,
        ]);

        Assert.Contains("Done: 500 rows read", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("this should not happen", run.Error, StringComparison.Ordinal);

        string page = await Http.GetStringAsync(new Uri(emulator.Address, view), Cancellation);

        Assert.Contains(mark, page, StringComparison.Ordinal);
    }

    private async Task<HttpStatusCode> PostEmptyAsync(RunningEmulator emulator, string account, string? token)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Post,
            new Uri(emulator.Address, $"m2/{account}/v2/profile/batchUpdate")
        );
        request.Content = Form("batch=thirdPartyId,tier\nM1,gold\n");
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        using HttpResponseMessage response = await Http.SendAsync(request, Cancellation);
        return response.StatusCode;
    }

    private static string EmulatorPage([CallerFilePath] string thisFile = "") =>
        Path.Combine(Path.GetDirectoryName(thisFile)!, "..", "..", "..", "docs", "reference", "emulator.md");

    [GeneratedRegex("^\\| `(?<name>[a-z-]+)` \\| (?<text>.+) \\|$", RegexOptions.Multiline)]
    private static partial Regex FaultRow();
}
