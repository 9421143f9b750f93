using System.Globalization;
using ProfileSchema.Emulator;

namespace ProfileSchema.SampleTests;

[Trait("Category", "Heavy")]
public sealed class CrmImportTests : IDisposable
{
    private const int Rows = 50_000;
    private const int Rejected = Rows / 10_000;

    private readonly string _folder = Directory.CreateTempSubdirectory("crm-import-").FullName;

    private static string Books(int unknown = 0) =>
        $"read={Rows} accepted={Rows - Rejected} updated={Rows - Rejected - unknown} rejected={Rejected} "
        + $"empty=0 unsent=0 refused=0 unconfirmed=0 unknown={unknown}";

    [Fact(Explicit = true)]
    public async Task Without_an_account_it_imports_into_a_Target_of_its_own()
    {
        using var import = Sample.Start("CrmImport", Settings());
        Assert.True(await import.ExitAsync() == 0, import.Output);
        Assert.Contains("A new import.", import.Output, StringComparison.Ordinal);
        Assert.Contains(Books(), import.Output, StringComparison.Ordinal);
        Assert.Contains("Read back: 10 profiles: ", import.Output, StringComparison.Ordinal);
        Assert.Contains(" 0 different, 0 not yet, 0 not found, ", import.Output, StringComparison.Ordinal);
        Assert.Contains("row 17 rejected", import.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("EU/", import.Output, StringComparison.Ordinal);
    }

    [Fact(Explicit = true)]
    public async Task Killed_and_started_again_it_goes_on_and_every_customer_arrives_once()
    {
        await using TargetEmulator target = await TargetEmulator.StartAsync(
            cancellationToken: TestContext.Current.CancellationToken
        );
        // The third upload never gets its answer: at that moment the job is killed.
        target.Faults.Next(
            TargetOperation.BulkUpdate,
            Fault.None,
            Fault.None,
            Fault.Delay(FaultMoment.BeforeEffect, Timeout.InfiniteTimeSpan)
        );
        using (var killed = Sample.Start("CrmImport", Settings(target)))
        {
            while (target.Faults.HeldCallCount == 0)
            {
                await Task.Delay(10, TestContext.Current.CancellationToken);
            }

            await killed.KillAsync();
        }

        using var resumed = Sample.Start("CrmImport", Settings(target));
        Assert.True(await resumed.ExitAsync() == 0, resumed.Output);
        Assert.Contains("Going on with the import that was cut off.", resumed.Output, StringComparison.Ordinal);
        Assert.Contains(Books(), resumed.Output, StringComparison.Ordinal);
        Assert.Equal(Rows - Rejected, target.GetAccount("acme").ProfileCount);
        // Five files, and the one whose answer never came once more.
        Assert.Equal(5 + 1, target.Calls.Count(call => call.Operation is TargetOperation.BulkUpdate));
        Assert.Empty(target.Violations);

        using var again = Sample.Start("CrmImport", Settings(target));
        Assert.True(await again.ExitAsync() == 0, again.Output);
        Assert.Contains("A new import.", again.Output, StringComparison.Ordinal);
    }

    [Fact(Explicit = true)]
    public async Task An_export_that_is_another_by_now_is_not_sent()
    {
        await using TargetEmulator target = await TargetEmulator.StartAsync(
            cancellationToken: TestContext.Current.CancellationToken
        );
        target.Faults.Next(
            TargetOperation.BulkUpdate,
            Fault.None,
            Fault.Delay(FaultMoment.BeforeEffect, Timeout.InfiniteTimeSpan)
        );
        using (var killed = Sample.Start("CrmImport", Settings(target)))
        {
            while (target.Faults.HeldCallCount == 0)
            {
                await Task.Delay(10, TestContext.Current.CancellationToken);
            }

            await killed.KillAsync();
        }

        string export = Path.Combine(_folder, "customers.csv");
        string[] lines = await File.ReadAllLinesAsync(export, TestContext.Current.CancellationToken);
        lines[5] = lines[4];
        await File.WriteAllLinesAsync(export, lines, TestContext.Current.CancellationToken);
        long sent = target.Calls.Count(call => call.Operation is TargetOperation.BulkUpdate);
        using var resumed = Sample.Start("CrmImport", Settings(target));
        Assert.True(await resumed.ExitAsync() == 2, resumed.Output);
        Assert.Equal(sent, target.Calls.Count(call => call.Operation is TargetOperation.BulkUpdate));
    }

    [Fact(Explicit = true)]
    public async Task A_cell_that_is_not_what_its_column_says_ends_it_without_being_shown()
    {
        await File.WriteAllTextAsync(
            Path.Combine(_folder, "customers.csv"),
            "customer_id,name,segment,orders_last_year,lifetime_value,home_store,last_order,interests,consent\n"
                + "C1,A,Loyal,3,1.00,X,2026-01-02,ski,yes\nC2,B,Loyal,many-4711,1.00,X,2026-01-02,ski,yes\n",
            TestContext.Current.CancellationToken
        );
        using var import = Sample.Start("CrmImport", Settings());
        Assert.True(await import.ExitAsync() == 2, import.Output);
        Assert.Contains("Row 2, column orders_last_year", import.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("4711", import.Output, StringComparison.Ordinal);
    }

    [Theory(Explicit = true)]
    [InlineData("--Target:ClientCode=not.a.code", "Target:ClientCode")]
    [InlineData("--Import:RowsPerFile=0", "RowsPerFile")]
    public async Task Settings_that_cannot_work_are_named_before_anything_is_read(string setting, string named)
    {
        using var import = Sample.Start("CrmImport", $"--Import:Folder={_folder}", setting);
        Assert.True(await import.ExitAsync() == 3, import.Output);
        Assert.Contains(named, import.Output, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string[] Settings(TargetEmulator? target = null) =>
        [
            $"--Import:Folder={_folder}",
            string.Create(CultureInfo.InvariantCulture, $"--Import:Rows={Rows}"),
            "--Import:RowsPerFile=10000",
            "--Import:StatusInterval=00:00:00.050",
            "--Import:Verified=10",
            .. target is null
                ? Array.Empty<string>()
                : ["--Target:ClientCode=acme", $"--Target:BaseAddress={target.BaseAddress}"],
        ];
}
