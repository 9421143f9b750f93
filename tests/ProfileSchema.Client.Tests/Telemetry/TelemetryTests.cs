using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;
using ProfileSchema.Client.Tests.Hosting;
using ProfileSchema.Client.Tests.Quota;
using ProfileSchema.Emulator;

namespace ProfileSchema.Client.Tests.Telemetry;

/// <summary>What a run shows of itself is what docs/reference/telemetry.md lists, and nothing of it is personal.</summary>
public sealed partial class TelemetryTests : EmulatorTest
{
    private const string Name = "ProfileSchema.Client";
    private const string Id = "id-4711";
    private const string Value = "value-0815";
    private const string Token = "token-1291";

    private readonly ConcurrentBag<Activity> _spans = [];
    private readonly ConcurrentBag<Instrument> _instruments = [];
    private readonly ConcurrentBag<(string Instrument, double Value, KeyValuePair<string, object?>[] Tags)> _measured =
    [];

    [Fact]
    [Trait("Clause", "HTTP-2")]
    public async Task Spans_instruments_and_events_are_those_of_the_table_and_hold_nothing_personal()
    {
        using ActivityListener spans = ListenToSpans();
        using MeterListener meters = ListenToMeters();
        using var log = new RecordedLog();
        using ILoggerFactory loggers = LoggerFactory.Create(logging => logging.AddProvider(log));
        await RunAsync(loggers);

        string[] table = await File.ReadAllLinesAsync(Documentation(), Cancellation);
        Assert.Equal(
            Rows(table, "span"),
            _spans
                .GroupBy(span => $"{span.OperationName} {span.Kind.ToString().ToLowerInvariant()}")
                .Select(Described)
                .Order()
        );
        Assert.Equal(
            Rows(table, "instrument"),
            _instruments
                .Select(instrument => $"{instrument.Name} {KindOf(instrument)} {instrument.Unit}")
                .Distinct()
                .Order()
        );
        Assert.All(
            _measured,
            measured => Assert.Contains(TagsOf(table, measured.Instrument), names => Same(names, measured.Tags))
        );
        Assert.Equal(
            _instruments.Select(instrument => instrument.Name).Distinct().Order(),
            _measured.Select(one => one.Instrument).Distinct().Order()
        );
        LogEntry[] events = [.. log.Entries.Where(entry => entry.Category == Name)];
        Assert.Equal(
            Rows(table, "id"),
            events.Select(entry => entry.Id.ToString(CultureInfo.InvariantCulture)).Distinct().Order()
        );
        AssertNothingPersonal(events);
    }

    /// <summary>A run that comes to its end through a refusal, a pause and a foreign status address, one that does not, and a session.</summary>
    private async Task RunAsync(ILoggerFactory loggers)
    {
        TargetEmulator emulator = await StartEmulatorAsync(new TargetEmulatorOptions { RequiredToken = Token });
        ProfileClient client = CreateClient(
            emulator,
            options =>
            {
                options.LoggerFactory = loggers;
                options.TokenSource = ProfileTokenSource.Fixed(Token);

                // One upload a minute, so that the others wait.
                options.Quota = new LocalAccountQuota(
                    new AccountQuotaOptions { CallsPerMinute = 5, ReservedForStatus = 4 },
                    Clock
                );
            }
        );
        emulator.Faults.Next(
            TargetOperation.BulkUpdate,
            Fault.Status(503),
            Fault.Reset(FaultMoment.AfterEffect),
            Fault.None,
            BatchFault.StatusUrlAt("http://mboxedge19.eviltt.omtrdc.net"),
            Fault.Unsuccessful($"{Id} is not welcome")
        );
        Member[] members =
        [
            .. Enumerable.Range(0, 4).Select(i => new Member($"{Id}-{i}", Value)),
            new Member(Id + "/", Value),
        ];
        BulkResult result = await client.UpdateManyAsync(
            members,
            new BulkOptions { MaxRowsPerFile = 1 },
            null,
            Cancellation
        );
        Assert.Equal((5, 3, 1, 1), (result.Read, result.Accepted, result.Declined, result.Rejected));
        await client.UpdateInSessionAsync(
            members[0],
            new DeliverySession("session-4711", "m"),
            cancellationToken: Cancellation
        );
        emulator.Faults.Next(TargetOperation.BulkUpdate, Fault.Status(403), Fault.Status(403));
        await Assert.ThrowsAsync<BulkUpdateException>(() => client.UpdateManyAsync(members, null, null, Cancellation));

        using var failing = new OneAtATime(Clock) { FailureAtTheEnd = new TimeoutException($"{Id}:{Value}") };
        ProfileClient other = CreateClient(
            emulator,
            options =>
                (options.LoggerFactory, options.TokenSource, options.Quota) = (
                    loggers,
                    ProfileTokenSource.Fixed(Token),
                    failing
                )
        );
        await other.UpdateAsync(members[0], Cancellation);
    }

    private void AssertNothingPersonal(LogEntry[] events)
    {
        string[] shown =
        [
            .. events.Select(entry => entry.Text),
            .. _spans.SelectMany(span => span.TagObjects).Select(tag => $"{tag}"),
            .. _spans.Select(span =>
                $"{span.DisplayName} {span.StatusDescription} {string.Join(' ', span.Events)} {string.Join(' ', span.Baggage)}"
            ),
            .. _measured.SelectMany(one => one.Tags).Select(tag => $"{tag}"),
        ];
        Assert.NotEmpty(shown);
        foreach (string secret in (string[])["4711", "0815", "1291", "acme", "127.0.0.1", "batchId"])
        {
            Assert.DoesNotContain(shown, text => text.Contains(secret, StringComparison.OrdinalIgnoreCase));
        }
    }

    private ActivityListener ListenToSpans()
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _spans.Add,
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    private MeterListener ListenToMeters()
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == Name)
                {
                    _instruments.Add(instrument);
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>(
            (instrument, value, tags, _) => _measured.Add((instrument.Name, value, tags.ToArray()))
        );
        listener.SetMeasurementEventCallback<double>(
            (instrument, value, tags, _) => _measured.Add((instrument.Name, value, tags.ToArray()))
        );
        listener.Start();
        return listener;
    }

    /// <summary>An attempt without an answer has no status, so that it takes several to have all tags.</summary>
    private static string Described(IGrouping<string, Activity> spans) =>
        $"{spans.Key} {string.Join(' ', spans.SelectMany(span => span.TagObjects).Select(tag => tag.Key).Distinct().Order())}".TrimEnd();

    private static string KindOf(Instrument instrument) => instrument is Counter<long> ? "counter" : "histogram";

    private static bool Same(string[] names, KeyValuePair<string, object?>[] tags) =>
        names.SequenceEqual(tags.Select(tag => tag.Key).Order());

    /// <summary>The rows of the table whose first column has that title, as this test describes what it saw.</summary>
    private static IEnumerable<string> Rows(string[] document, string title) =>
        Cells(document, title)
            .Select(cells =>
                title switch
                {
                    "span" => $"{Code(cells[0])[0]} {cells[1]} {string.Join(' ', Code(cells[2]).Order())}".TrimEnd(),
                    "instrument" => $"{Code(cells[0])[0]} {Kind().Match(cells[0]).Groups[1].Value} {Code(cells[1])[0]}",
                    _ => cells[0],
                }
            )
            .Order();

    private static IEnumerable<string[]> TagsOf(string[] document, string instrument) =>
        Cells(document, "instrument").Where(cells => Code(cells[0])[0] == instrument).Select(cells => Code(cells[2]));

    private static IEnumerable<string[]> Cells(string[] document, string title) =>
        document
            .SkipWhile(line => !line.StartsWith($"| {title} |", StringComparison.Ordinal))
            .Skip(2)
            .TakeWhile(line => line.StartsWith('|'))
            .Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries));

    private static string[] Code(string cell) => [.. InCode().Matches(cell).Select(match => match.Groups[1].Value)];

    private static string Documentation([CallerFilePath] string thisFile = "") =>
        Path.GetFullPath(
            Path.Combine(Path.GetDirectoryName(thisFile)!, "..", "..", "..", "docs", "reference", "telemetry.md")
        );

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex InCode();

    [GeneratedRegex(@"\((\w+)\)")]
    private static partial Regex Kind();
}
