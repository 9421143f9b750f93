using System.Globalization;
using ProfileSchema.Emulator;

namespace ProfileSchema.SampleTests;

[Trait("Category", "Heavy")]
public sealed class CrmImportTests : IDisposable
{
    private const int Rows = 50_000;
    private const int Rejected = Rows / 10_000;

    private readonly string _folder = Directory.CreateTempSubdirectory("crm-import-").FullName;

    private static string Totals(int failed = 0) =>
        $"read={Rows} rejected={Rejected} empty=0 notSent=0 declined=0 unconfirmed=0 accepted={Rows - Rejected} "
        + $"updated={Rows - Rejected - failed} notFound=0 failed={failed} unknown=0";

    [Fact(Explicit = true)]
    public async Task Without_an_account_it_imports_into_an_emulator()
    {
        using var import = Sample.Start("CrmImport", Settings());
        Assert.True(await import.ExitAsync() == 0, import.Output);
        Assert.Contains("Starting a new import.", import.Output, StringComparison.Ordinal);
        Assert.Contains(Totals(), import.Output, StringComparison.Ordinal);
        Assert.Contains("Verified: 10 profiles: ", import.Output, StringComparison.Ordinal);
        Assert.Contains(" 0 different, 0 not yet, 0 not found, ", import.Output, StringComparison.Ordinal);
        Assert.Contains("row 17 rejected", import.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("EU/", import.Output, StringComparison.Ordinal);
    }

    [Fact(Explicit = true)]
    public async Task Without_an_account_it_goes_on_too()
    {
        string spool = Path.Combine(_folder, "spool");
        using (var killed = Sample.Start("CrmImport", Settings()))
        {
            while (!Directory.Exists(spool) || !Directory.EnumerateFileSystemEntries(spool).Any())
            {
                await Task.Delay(1, TestContext.Current.CancellationToken);
            }

            await killed.KillAsync();
        }

        using var resumed = Sample.Start("CrmImport", Settings());
        Assert.True(await resumed.ExitAsync() == 0, resumed.Output);
        Assert.Contains("Resuming the interrupted import.", resumed.Output, StringComparison.Ordinal);
        Assert.Contains($"read={Rows} rejected={Rejected} ", resumed.Output, StringComparison.Ordinal);
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
        Assert.Contains("Resuming the interrupted import.", resumed.Output, StringComparison.Ordinal);
        Assert.Contains(Totals(), resumed.Output, StringComparison.Ordinal);
        Assert.Equal(Rows - Rejected, target.GetAccount("acme").ProfileCount);
        // Five files, and the one whose answer never came once more.
        Assert.Equal(5 + 1, target.Calls.Count(call => call.Operation is TargetOperation.BulkUpdate));
        Assert.Empty(target.Violations);

        using var again = Sample.Start("CrmImport", Settings(target));
        Assert.True(await again.ExitAsync() == 0, again.Output);
        Assert.Contains("Starting a new import.", again.Output, StringComparison.Ordinal);
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

    [Fact(Explicit = true)]
    public async Task Rows_that_Target_does_not_apply_are_no_success()
    {
        await using TargetEmulator target = await TargetEmulator.StartAsync(
            cancellationToken: TestContext.Current.CancellationToken
        );
        target.Faults.Next(TargetOperation.BulkUpdate, BatchFault.FailingRows(1.0));
        using var import = Sample.Start("CrmImport", Settings(target));
        Assert.True(await import.ExitAsync() == 1, import.Output);
        Assert.Contains(Totals(failed: 10_000), import.Output, StringComparison.Ordinal);
    }

    [Fact(Explicit = true)]
    public async Task Made_up_customers_are_sent_to_no_account()
    {
        using var import = Sample.Start("CrmImport", $"--Import:Folder={_folder}", "--Target:ClientCode=acme");
        Assert.True(await import.ExitAsync() == 2, import.Output);
        Assert.Contains(
            "customers.csv doesn't exist. Put the export of the CRM there",
            import.Output,
            StringComparison.Ordinal
        );
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder));
    }

    [Fact(Explicit = true)]
    public async Task Stopped_while_the_export_is_made_up_it_leaves_none_that_looks_whole()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no SIGTERM.");
        using var import = Sample.Start("CrmImport", $"--Import:Folder={_folder}", "--Import:Rows=10000000");
        while (!File.Exists(Path.Combine(_folder, "customers.csv.unfinished")))
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        await import.TerminateAsync();
        Assert.True(await import.ExitAsync() == 130, import.Output);
        Assert.Contains("Stopped before anything was sent.", import.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_folder, "customers.csv")));
    }

    [Theory(Explicit = true)]
    [InlineData("Target:ClientCode", "--Target:ClientCode=not.a.code")]
    [InlineData("RowsPerFile", "--Import:RowsPerFile=0")]
    [InlineData("Import:Rows", "--Import:Rows=many")]
    [InlineData("RowsPerFile", "--Target:ClientCode=not.a.code", "--Import:RowsPerFile=0")]
    public async Task Settings_that_cannot_work_are_named_before_anything_is_read(
        string named,
        params string[] settings
    )
    {
        using var import = Sample.Start("CrmImport", [$"--Import:Folder={_folder}", .. settings]);
        Assert.True(await import.ExitAsync() == 3, import.Output);
        Assert.Contains(named, import.Output, StringComparison.Ordinal);
        // For who runs it, not for who wrote it.
        Assert.DoesNotContain("   at ", import.Output, StringComparison.Ordinal);
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
