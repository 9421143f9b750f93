using System.Globalization;

namespace ProfileSchema.Client.Tests.Schedules;

/// <summary>Random schedules of faults and options, each decided by its seed.</summary>
/// <remarks>
/// A failing seed is replayed by
/// <c>PROFILESCHEMA_SEED=4711 dotnet test --project tests/ProfileSchema.Client.Tests -f net10.0 --filter-class "*ScheduleTests"</c>.
/// </remarks>
public sealed class ScheduleTests
{
    private const string SeedVariable = "PROFILESCHEMA_SEED";

    [Fact]
    [Trait("Clause", "BULK-6")]
    [Trait("Clause", "BULK-7")]
    [Trait("Clause", "STATUS-4")]
    [Trait("Clause", "AUTH-4")]
    public Task Whatever_goes_wrong_every_row_is_accounted_for() =>
        RunAsync(0, 60, (seed, cancellationToken) => new Schedule(seed, isLong: false).RunAsync(cancellationToken));

    [Fact(Explicit = true)]
    [Trait("Category", "Heavy")]
    public Task Whatever_goes_wrong_every_row_is_accounted_for_hundreds_of_times() =>
        RunAsync(
            1_000,
            HeavyTest.Count(inShort: 200, inLong: 1_000),
            (seed, cancellationToken) => new Schedule(seed, isLong: true).RunAsync(cancellationToken)
        );

    [Fact]
    [Trait("Clause", "BATCH-7")]
    [Trait("Clause", "BULK-7")]
    public Task However_a_spooled_run_is_cut_off_it_goes_on_until_all_is_sent() => RunAsync(0, 15, RunSpooledAsync);

    [Fact(Explicit = true)]
    [Trait("Category", "Heavy")]
    [Trait("Clause", "BATCH-7")]
    [Trait("Clause", "BULK-7")]
    public Task However_often_spooled_runs_are_cut_off_they_go_on() =>
        RunAsync(1_000, HeavyTest.Count(inShort: 60, inLong: 300), RunSpooledAsync);

    private static async Task RunSpooledAsync(int seed, CancellationToken cancellationToken)
    {
        string spool = Directory.CreateTempSubdirectory("schedule-").FullName;
        try
        {
            await new SpooledSchedule(seed, spool).RunAsync(cancellationToken);
        }
        finally
        {
            Directory.Delete(spool, recursive: true);
        }
    }

    private static async Task RunAsync(int first, int count, Func<int, CancellationToken, Task> run)
    {
        string? replayed = Environment.GetEnvironmentVariable(SeedVariable);
        if (replayed is not null)
        {
            (first, count) = (int.Parse(replayed, CultureInfo.InvariantCulture), 1);
        }

        await Parallel.ForEachAsync(
            Enumerable.Range(first, count),
            new ParallelOptions
            {
                MaxDegreeOfParallelism = 8,
                CancellationToken = TestContext.Current.CancellationToken,
            },
            async (seed, cancellationToken) => await RunNamedAsync(seed, run, cancellationToken)
        );
    }

    private static async Task RunNamedAsync(
        int seed,
        Func<int, CancellationToken, Task> run,
        CancellationToken cancellationToken
    )
    {
        using var tooLong = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        using var either = CancellationTokenSource.CreateLinkedTokenSource(tooLong.Token, cancellationToken);
        try
        {
            await run(seed, either.Token);
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException($"Failed with {SeedVariable}={seed}: {exception.Message}", exception);
        }
    }
}
