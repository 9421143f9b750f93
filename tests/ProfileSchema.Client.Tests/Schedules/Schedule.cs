using ProfileSchema.Emulator;
using ProfileSchema.Emulator.Faults;

namespace ProfileSchema.Client.Tests.Schedules;

/// <summary>A run that a seed decides: its rows, its options, what goes wrong with its calls. One clock moves all of it.</summary>
internal sealed class Schedule
{
    private const string Token = "s3cret";

    private readonly int _seed;
    private readonly Random _random;
    private readonly bool _losesRows;
    private readonly bool _isLong;

    /// <param name="isLong">Whether some replies are of 65 MB, which take seconds each.</param>
    public Schedule(int seed, bool isLong)
    {
        _isLong = isLong;
        _seed = seed;
        _random = new Random(seed);
        _losesRows = Chance(0.3);
        Members = [.. Enumerable.Range(0, _random.Next(1, 201)).Select(Member)];
        Options = new BulkOptions
        {
            MaxRowsPerFile = _random.Next(1, 21),
            MaxConcurrency = _random.Next(1, 5),
            DuplicateHandling = _random.Next(5) switch
            {
                0 => DuplicateHandling.Reject,
                1 => DuplicateHandling.Merge,
                _ => DuplicateHandling.Report,
            },
            MergeWindow = _random.Next(1, 40),
            MaxAttempts = _random.Next(1, 8),
            RetryTimeout = TimeSpan.FromMinutes(_random.Next(0, 60)),
            StatusTimeout = Chance(0.2) ? TimeSpan.Zero : TimeSpan.FromMinutes(_random.Next(1, 90)),
        };
    }

    public Member[] Members { get; }

    public BulkOptions Options { get; }

    /// <summary>Runs it and holds it to what must be true of every run.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var clock = new MovedClock();
        var hosts = new TokenHosts();
        var service = new TargetEmulatorOptions
        {
            TimeProvider = clock,
            RequiredToken = Token,
            ProcessingDelay = TimeSpan.FromSeconds(_random.Next(0, 300)),
            FaultPlan = Plan(),
        };
        await using TargetEmulator emulator = await MovedClock.StartOutsideAsync(() =>
            TargetEmulator.StartAsync(service, cancellationToken)
        );
        using HttpClient http = clock.CreateHttpClient(
            LateCalls.OfRandom(clock, _seed, _random.NextDouble() * 0.04),
            hosts
        );
        using var client = new ProfileClient(
            new ProfileClientOptions
            {
                ClientCode = "acme",
                BaseAddress = emulator.BaseAddress,
                TimeProvider = clock,
                TokenSource = ProfileTokenSource.Fixed(Token),
            },
            http
        );
        BulkResult result;
        try
        {
            result = await client.UpdateManyAsync(Members, Options, null, cancellationToken);
        }
        catch (BulkUpdateException exception)
        {
            result = exception.Result;
        }

        // The service applies what it accepted, also where the run did not wait for it.
        await Task.Delay(TimeSpan.FromHours(1), clock, cancellationToken);
        Bulk.UpdateManyTests.AssertBalanced(result);
        Assert.Equal(Members.Length, result.Read);
        Assert.Equal(
            result.Read - result.Rejected - result.Empty - result.Merged,
            result.Files.Sum(file => file.Rows) + NotBegun(result)
        );
        Assert.Empty(hosts.Foreign);
        Assert.DoesNotContain(emulator.Violations, violation => violation.Rule is "BULK-5" or "STATUS-1" or "HTTP-1");
        if (Options.DuplicateHandling is DuplicateHandling.Merge)
        {
            AssertMerged(result, emulator.GetAccount("acme"));
        }
        else
        {
            AssertArrived(result, emulator.GetAccount("acme"));
        }
    }

    private static long NotBegun(BulkResult result) =>
        result.NotSent - result.Files.Where(file => file.Outcome is BatchOutcome.NotSent).Sum(file => file.Rows);

    /// <summary>A joined row may be in a file before those that account for its later profiles, so positions do not tell whose it is.</summary>
    private void AssertMerged(BulkResult result, TargetAccount account)
    {
        bool isAllAccepted =
            !_losesRows && result.Files.Sum(file => file.Rows) == result.Accepted && NotBegun(result) == 0;
        foreach (IGrouping<string, Member> one in Members.Where(IsValid).GroupBy(member => member.Id!))
        {
            string? stored = Stored(account, one.Key);
            Assert.True(stored is null || one.Any(member => member.City == stored));
            Assert.True(!isAllAccepted || stored == one.Last().City);
        }
    }

    private void AssertArrived(BulkResult result, TargetAccount account)
    {
        var last = new Dictionary<string, string>();
        var seen = new HashSet<string>();
        foreach (BulkFileResult file in result.Files)
        {
            foreach (Member member in Members[(int)file.FirstPosition..(int)file.EndPosition])
            {
                bool isValid = IsValid(member);
                bool isRepeated =
                    isValid && !seen.Add(member.Id!) && Options.DuplicateHandling is DuplicateHandling.Reject;
                if (!isValid || isRepeated || _losesRows)
                {
                    continue;
                }

                string? stored = Stored(account, member.Id!);
                if (file.Outcome is BatchOutcome.Accepted)
                {
                    last[member.Id!] = member.City!;
                    Assert.NotNull(stored);
                }
                else if (file.Outcome is BatchOutcome.Declined or BatchOutcome.NotSent)
                {
                    Assert.NotEqual(member.City, stored);
                }
                else
                {
                    // It may have been taken, and then it is what stands there.
                    last.Remove(member.Id!);
                }
            }
        }

        foreach ((string id, string city) in last)
        {
            Assert.Equal(city, Stored(account, id));
        }
    }

    private static bool IsValid(Member member) =>
        member.City is not null && !member.Id!.Contains('/', StringComparison.Ordinal);

    private static string? Stored(TargetAccount account, string id) =>
        account.FindProfile(TargetId.ThirdPartyId(id))?.Attributes.TryGetValue("city", out StoredValue value) is true
            ? value.Value
            : null;

    /// <summary>Some keys come again, some rows are rejected, some are empty. Each value is unique.</summary>
    private Member Member(int number)
    {
        string id = Chance(0.1) ? $"m{_random.Next(number + 1)}" : $"m{number}";
        return _random.Next(20) switch
        {
            0 => new Member($"{id}/", $"city {number}"),
            1 => new Member(id),
            _ => new Member(id, $"city {number}", Chance(0.1) ? new string('n', _random.Next(5_000)) : null),
        };
    }

    private FaultPlan Plan()
    {
        List<(Fault Fault, double Weight)> mix =
        [
            (Fault.Reset(FaultMoment.BeforeBody), 1),
            (Fault.Reset(FaultMoment.InsideBody), 1),
            (Fault.Reset(FaultMoment.BeforeEffect), 1),
            (Fault.Reset(FaultMoment.AfterEffect), 2),
            (Fault.Status(503), 2),
            (Fault.Status(503, retryAfter: RetryAfter.Seconds(5)), 1),
            (Fault.Status(429, retryAfter: RetryAfter.Date(TimeSpan.FromSeconds(30))), 1),
            (Fault.Status(500), 1),
            (Fault.Status(502, FaultMoment.AfterEffect), 1),
            (Fault.Status(400), 0.3),
            (Fault.Unsuccessful("not now"), 0.5),
            .. Enum.GetValues<ReplyFlaw>().Select(flaw => (Fault.Reply(flaw), 0.3)),
            .. Enum.GetValues<HostileReply>()
                .Except([HostileReply.Oversized])
                .Select(reply => (Fault.Reply(reply), 0.3)),
            .. Enum.GetValues<StatusUrlForm>().Select(form => (BatchFault.StatusUrl(form), 0.3)),
            (BatchFault.StatusUrlAt("http://127.0.0.1:9"), 0.3),
            (BatchFault.StatusUrlAt("http://mboxedge19.eviltt.omtrdc.net"), 0.3),
            (BatchFault.NoStatusUrl(StatusUrlOmission.Url), 0.3),
            (BatchFault.NoStatusUrl(StatusUrlOmission.Element), 0.3),
            (BatchFault.StatusLost(TimeSpan.FromMinutes(1)), 0.5),
            (BatchFault.OlderStatus(), 0.5),
        ];
        if (_isLong)
        {
            mix.Add((Fault.Reply(HostileReply.Oversized), 0.02));
        }

        if (_losesRows)
        {
            mix.Add((BatchFault.FailingRows(0.2, _seed), 1));
            mix.Add((BatchFault.LostRows(0.2, _seed), 1));
            mix.Add((BatchFault.Stuck(3), 1));
        }

        return new FaultPlan(_seed, Chance(0.2) ? 0 : _random.NextDouble() * 0.6, [.. mix]);
    }

    private bool Chance(double probability) => _random.NextDouble() < probability;
}
