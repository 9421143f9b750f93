using System.Globalization;
using System.Net;
using System.Text;
using System.Xml.Linq;
using ProfileSchema.Emulator.Faults;

namespace ProfileSchema.Emulator.Tests;

public sealed class BatchFaultTests : FaultTest
{
    private const int Rows = 2_000;

    private static readonly string ManyRows =
        "batch=thirdPartyId,a\n" + string.Concat(Enumerable.Range(1, Rows).Select(row => $"m{row},{row}\n"));

    [Theory]
    [InlineData(0, "stuck", 0)]
    [InlineData(1, "stuck", 1)]
    [InlineData(2, "complete", 2)]
    [Trait("Clause", "STATUS-3")]
    public async Task Stuck_stops_a_batch_after_the_given_rows(int after, string status, int applied)
    {
        await StartWithAsync(TargetOperation.BulkUpdate, BatchFault.Stuck(after));
        string url = (await BatchAsync(File)).Element("batchStatus") + "&showDetails=true";
        Clock.Advance(TimeSpan.FromHours(1));

        Answer answer = await GetAsync(url);

        Assert.Equal((status, "2"), (answer.Element("status"), answer.Element("batchSize")));
        Assert.Equal(applied.ToString(CultureInfo.InvariantCulture), answer.Element("consumedCount"));
        Assert.Equal(applied + 1, Account.ProfileCount);
        Assert.Equal((after < 2, after == 2), (Account.Batches[0].IsStuck, Account.Batches[0].IsComplete));
        Assert.Equal(BatchFault.Stuck(after), Emulator.Calls[0].Fault);
    }

    [Fact]
    [Trait("Clause", "STATUS-4")]
    public async Task StatusLost_ends_the_status_of_one_batch_and_not_of_the_next()
    {
        var lifetime = TimeSpan.FromMinutes(5);
        await StartWithAsync(TargetOperation.BulkUpdate, BatchFault.StatusLost(lifetime));
        string lost = (await BatchAsync(File)).Element("batchStatus");

        string kept = (await BatchAsync(File)).Element("batchStatus");
        Clock.Advance(lifetime);

        Assert.Equal(HttpStatusCode.OK, (await GetAsync(lost)).Status);

        Clock.Advance(TimeSpan.FromTicks(1));
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(lost)).Status);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(kept)).Status);
        Assert.True(Account.Batches[0].IsComplete);
    }

    [Theory]
    [InlineData(StatusUrlForm.Unescaped, "<batchStatus>{0}/m2/demo/v2/profile/batchStatus?{1}</batchStatus>")]
    [InlineData(StatusUrlForm.MoreParameters, "<batchStatus>{0}/m2/demo/v2/profile/batchStatus?{1}</batchStatus>")]
    [InlineData(StatusUrlForm.Escaped, "&amp;m2Node=mboxedge19</batchStatus>")]
    [InlineData(StatusUrlForm.EdgeHost, "<batchStatus>http://mboxedge19.tt.omtrdc.net/m2/demo/v2/")]
    [Trait("Clause", "BULK-4")]
    [Trait("Clause", "STATUS-6")]
    public async Task StatusUrl_returns_the_url_in_the_chosen_form(StatusUrlForm form, string expected)
    {
        await StartWithAsync(TargetOperation.BulkUpdate, BatchFault.StatusUrl(form));
        string reply = (await BatchAsync(File)).Body;
        string origin = Emulator.BaseAddress.OriginalString.TrimEnd('/');
        string query = Account.Batches[0].StatusQuery;
        Assert.Contains(
            string.Format(CultureInfo.InvariantCulture, expected, origin, query),
            reply,
            StringComparison.Ordinal
        );
        Assert.Equal(form == StatusUrlForm.MoreParameters, query.Contains("&mboxPC=", StringComparison.Ordinal));

        // At the right address the URL as given gets its status.
        await GetAsync($"m2/{Code}/v2/profile/batchStatus?{query}&showDetails=true");
        Assert.Equal(200, Emulator.Calls[1].ReplyStatus);
        Assert.Empty(Emulator.Violations);
    }

    [Theory]
    [InlineData(StatusUrlOmission.Url, "<success>true</success><batchStatus></batchStatus><message>")]
    [InlineData(StatusUrlOmission.Element, "<success>true</success><message>")]
    [Trait("Clause", "BULK-3")]
    public async Task A_reply_without_a_status_url_lacks_the_url_or_its_element(object omission, string expected)
    {
        await StartWithAsync(TargetOperation.BulkUpdate, BatchFault.NoStatusUrl((StatusUrlOmission)omission));

        string reply = (await BatchAsync(File)).Body;

        Assert.Contains(expected, reply, StringComparison.Ordinal);
        Assert.Single(Account.Batches);
    }

    [Fact]
    [Trait("Clause", "STATUS-6")]
    public async Task StatusUrlAt_replaces_the_origin_of_the_status_url()
    {
        const string Origin = "https://demo.tt.omtrdc.net.:443@localhost";
        await StartWithAsync(TargetOperation.BulkUpdate, BatchFault.StatusUrlAt(Origin));
        string url = (await BatchAsync(File)).Element("batchStatus");
        Assert.Equal($"{Origin}/m2/{Code}/v2/profile/batchStatus?{Account.Batches[0].StatusQuery}", url);
    }

    [Fact]
    [Trait("Clause", "STATUS-2")]
    public async Task OlderStatus_lists_every_row_with_its_key()
    {
        await StartAsync(time => new() { TimeProvider = time, ProcessingDelay = TimeSpan.FromMinutes(1) });
        Emulator.Faults.Next(
            TargetOperation.BulkUpdate,
            BatchFault.OlderStatus(),
            BatchFault.OlderStatus().With(BatchFault.FailingRows(1))
        );
        Account.AddProfile("k1");
        const string Doubtful = "batch=thirdPartyId,a\nk1,1\nk%202,2\nk%2F3,3\n";
        string first = (await BatchAsync(Doubtful, version: "")).Element("batchStatus");
        string second = (await BatchAsync(Doubtful)).Element("batchStatus");
        Assert.Equal(["k1 pending", "k 2 pending", "k/3 pending"], await RowsAsync(first));
        Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(["k1 success", "k 2 error", "k/3 error"], await RowsAsync(first));
        Assert.Equal(["k1 failed", "k 2 failed", "k/3 error"], await RowsAsync(second + "&showDetails=true"));

        async Task<string[]> RowsAsync(string url) =>
            [
                .. XDocument
                    .Parse((await GetAsync(url)).Body)
                    .Root!.Elements("profile")
                    .Select(row => $"{row.Element("id")!.Value} {row.Element("status")!.Value}"),
            ];
    }

    [Fact]
    [Trait("Clause", "STATUS-2")]
    public async Task StatusReplyForm_Profiles_lists_every_row_without_a_fault()
    {
        await StartAsync(time => new() { TimeProvider = time, StatusReplyForm = StatusReplyForm.Profiles });
        string url = (await BatchAsync("batch=pcId,a\n1-2.28_0,1\n")).Element("batchStatus");
        const string Expected = "<profile><id>1-2.28_0</id><status>success</status></profile>";
        Assert.Equal($"<response>{Expected}</response>", (await GetAsync(url)).Body);
        Assert.Equal(0, Emulator.Faults.HitCount);
    }

    [Fact]
    [Trait("Clause", "STATUS-3")]
    public async Task FailingRows_fails_rows_at_the_rate_with_reasons()
    {
        await StartWithAsync(TargetOperation.BulkUpdate, BatchFault.FailingRows(0.2));
        string url = (await BatchAsync(ManyRows)).Element("batchStatus") + "&showDetails=true";
        ReceivedBatch batch = Account.Batches[0];
        Assert.InRange(batch.FailedUpdates, Rows * 0.15, Rows * 0.25);
        Assert.Equal(Rows, batch.FailedUpdates + batch.SuccessfulUpdates);
        Assert.Equal(batch.SuccessfulUpdates + 1, Account.ProfileCount);
        Assert.Equal($"{batch.FailedUpdates}", (await GetAsync(url)).Element("failedUpdates"));
        Assert.Equal((batch.FailedUpdates, 0), (batch.FailedRows.Count, batch.LostRows));
        Assert.All(batch.FailedRows, row => Assert.True(row.Failure == RowFailure.Failed && row.Reason.Length > 0));
        Assert.All(batch.FailedRows, row => Assert.Null(Account.FindProfile(TargetId.ThirdPartyId($"m{row.Row}"))));

        // The same seed and call, the same rows; another call or seed, others.
        int[] rows = [.. batch.FailedRows.Select(row => row.Row)];
        Assert.Equal(rows, await FailedRowsAsync(seed: 1, callsBefore: 0));
        Assert.NotEqual(rows, await FailedRowsAsync(seed: 1, callsBefore: 1));
        Assert.NotEqual(rows, await FailedRowsAsync(seed: 2, callsBefore: 0));
    }

    [Fact]
    [Trait("Clause", "BULK-8")]
    public async Task LostRows_drops_rows_that_the_status_counts_as_updated()
    {
        await StartWithAsync(TargetOperation.BulkUpdate, BatchFault.LostRows(0.01));

        await BatchAsync(ManyRows);
        ReceivedBatch batch = Account.Batches[0];

        Assert.InRange(batch.LostRows, 5, 50);
        Assert.Equal((Rows, 0), (batch.SuccessfulUpdates, batch.FailedUpdates));
        Assert.Equal(Rows - batch.LostRows + 1, Account.ProfileCount);
        Assert.Equal(batch.LostRows, batch.FailedRows.Count);
        Assert.All(batch.FailedRows, row => Assert.Null(Account.FindProfile(TargetId.ThirdPartyId($"m{row.Row}"))));
        Assert.All(batch.FailedRows, row => Assert.Equal(RowFailure.Lost, row.Failure));
    }

    private static async Task<int[]> FailedRowsAsync(int seed, int callsBefore)
    {
        await using TargetEmulator emulator = await TargetEmulator.StartAsync(cancellationToken: Cancel);
        emulator.Faults.Next(TargetOperation.BulkUpdate, BatchFault.FailingRows(0.2, seed));
        using var http = new HttpClient { BaseAddress = emulator.BaseAddress };
        for (int call = 0; call < callsBefore; call++)
        {
            using HttpResponseMessage unknown = await http.GetAsync(new Uri("m2", UriKind.Relative), Cancel);
        }

        using var file = new StringContent(ManyRows, Encoding.UTF8, FormType);
        var address = new Uri($"m2/{Code}/v2/profile/batchUpdate", UriKind.Relative);
        using HttpResponseMessage response = await http.PostAsync(address, file, Cancel);
        return [.. emulator.GetAccount(Code).Batches[0].FailedRows.Select(row => row.Row)];
    }
}
