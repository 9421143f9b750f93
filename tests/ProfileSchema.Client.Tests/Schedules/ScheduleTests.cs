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
    public Task Whatever_goes_wrong_the_books_balance() => RunAsync(0, 60);

    [Fact(Explicit = true)]
    [Trait("Category", "Heavy")]
    public Task Whatever_goes_wrong_the_books_balance_a_thousand_times() => RunAsync(1_000, 1_000);

    private static async Task RunAsync(int first, int count)
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
            async (seed, cancellationToken) => await RunAsync(seed, cancellationToken)
        );
    }

    private static async Task RunAsync(int seed, CancellationToken cancellationToken)
    {
        using var tooLong = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        using var either = CancellationTokenSource.CreateLinkedTokenSource(tooLong.Token, cancellationToken);
        try
        {
            await new Schedule(seed).RunAsync(either.Token);
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException($"Failed with {SeedVariable}={seed}: {exception.Message}", exception);
        }
    }
}
