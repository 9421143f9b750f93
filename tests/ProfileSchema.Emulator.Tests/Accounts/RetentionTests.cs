using System.Collections;
using System.Globalization;

namespace ProfileSchema.Emulator.Tests;

/// <summary>Measures the memory of the process, so that no other test runs beside it.</summary>
[CollectionDefinition(nameof(RetentionTests), DisableParallelization = true)]
[Collection(nameof(RetentionTests))]
public sealed class RetentionTests : EmulatorTest
{
    private const int FileRows = 5_000;
    private const int Files = 40;

    [Fact]
    public async Task A_long_run_needs_no_more_memory_than_a_short_one()
    {
        var seen = new BitArray(FileRows * Files);
        await StartAsync(time =>
            new()
            {
                TimeProvider = time,
                BulkCallsPerMinute = null,
                RecordBodies = false,
                MaxRecordedCalls = 10,
                MaxRecordedBatches = 5,
                KeepProfiles = false,
                RowApplied = row =>
                    seen[int.Parse(row.Id.Value, CultureInfo.InvariantCulture)] =
                        row.Values[0].Value == "v" + row.Id.Value,
            }
        );
        long early = 0;
        for (int file = 0; file < Files; file++)
        {
            IEnumerable<string> rows = Enumerable.Range(file * FileRows, FileRows).Select(n => $"{n},v{n}\n");
            await BatchAsync("batch=thirdPartyId,a\n" + string.Concat(rows));
            early = file == Files / 4 ? GC.GetTotalMemory(forceFullCollection: true) : early;
        }

        Assert.True(seen.HasAllSet());
        Assert.Equal((5, Files, 0), (Account.Batches.Count, Account.BatchCount, Account.ProfileCount));
        Assert.Equal((10, (long)Files), (Emulator.Calls.Count, Emulator.CallCount));
        Assert.EndsWith($"{Files:D8}", Account.Batches[^1].Id, StringComparison.Ordinal);
        Assert.Equal(FileRows, Account.Batches[^1].SuccessfulUpdates);
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - early, long.MinValue, 8_000_000);
    }

    [Fact]
    [Trait("Clause", "BULK-1")]
    public async Task Profiles_that_exist_are_updated_though_none_is_made()
    {
        var applied = new List<string>();
        await StartAsync(time =>
            new()
            {
                TimeProvider = time,
                KeepProfiles = false,
                RowApplied = row => applied.Add($"{row}: {row.Id.Value} {row.Values[0].Value}"),
            }
        );
        Account.AddProfile("k1");
        await BatchAsync("batch=thirdPartyId,a\nk1,1\nk2,2\nk3,\n");

        await BatchAsync("batch=thirdPartyId,a\nk1,3\nk2,4\n", version: "");

        Assert.Equal(("3", 1), (Values("k1")["a"], Account.ProfileCount));
        Assert.Equal((2, 1), (Account.Batches[0].SuccessfulUpdates, Account.Batches[1].ProfilesNotFound));
        Assert.Equal(["Row 1 of call 1: k1 1", "Row 2 of call 1: k2 2", "Row 1 of call 2: k1 3"], applied);
    }

    [Fact]
    public async Task The_bodies_of_the_latest_calls_are_kept()
    {
        await StartAsync(time =>
            new()
            {
                TimeProvider = time,
                MaxRecordedBodyBytes = 100,
                MaxRecordedCalls = 3,
            }
        );
        string file = "batch=thirdPartyId,a\n" + new string('k', 17) + ",1\n";
        await BatchAsync(file);

        await BatchAsync(file);

        Assert.Equal([41, 41], Emulator.Calls.Select(call => call.Body.Length));

        await BatchAsync(file);
        await BatchAsync(file);

        Assert.Equal([0, 41, 41], Emulator.Calls.Select(call => call.Body.Length));
        Assert.Equal([41, 41, 41], Emulator.Calls.Select(call => call.BodyLength));

        Emulator.ClearCalls();
        await BatchAsync(file);
        await BatchAsync(file);

        Assert.Equal([41, 41], Emulator.Calls.Select(call => call.Body.Length));
    }
}
