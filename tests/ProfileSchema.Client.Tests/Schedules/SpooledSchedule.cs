using ProfileSchema.Emulator;

namespace ProfileSchema.Client.Tests.Schedules;

/// <summary>A spooled run that a seed decides: cut off in many ways, and started again until all of it is sent.</summary>
internal sealed class SpooledSchedule
{
    private const int MaxCuts = 6;
    private const int MaxStarts = 100;

    private readonly Random _random;
    private readonly Member[] _members;
    private readonly BulkOptions _options;
    private readonly FaultPlan _plan;
    private readonly HashSet<int> _acceptedFiles = [];

    public SpooledSchedule(int seed, string spool)
    {
        _random = new Random(seed);
        _members = [.. Enumerable.Range(0, _random.Next(1, 101)).Select(Member)];
        _options = new BulkOptions
        {
            SpoolDirectory = spool,
            MaxRowsPerFile = _random.Next(1, 21),
            MaxConcurrency = _random.Next(1, 5),
            DuplicateHandling = (DuplicateHandling)(seed % 3),
            MergeWindow = _random.Next(1, 40),
            MaxAttempts = _random.Next(1, 8),
            RetryTimeout = TimeSpan.FromMinutes(_random.Next(0, 60)),
            StatusTimeout = Chance(0.2) ? TimeSpan.Zero : TimeSpan.FromMinutes(_random.Next(1, 90)),
            ResendExpiredFiles = true,
        };
        _plan = Plan(seed);
    }

    /// <summary>Runs it and holds every start, and the end, to what must be true.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var clock = new MovedClock();
        using var quota = new LocalAccountQuota(timeProvider: clock);
        var service = new TargetEmulatorOptions
        {
            TimeProvider = clock,
            ProcessingDelay = TimeSpan.FromSeconds(_random.Next(0, 300)),
            FaultPlan = _plan,
        };
        await using TargetEmulator emulator = await MovedClock.StartOutsideAsync(() =>
            TargetEmulator.StartAsync(service, cancellationToken)
        );
        BulkResult? result = null;
        for (
            int starts = 0;
            result is null || Directory.EnumerateFileSystemEntries(_options.SpoolDirectory!).Any();
            starts++
        )
        {
            Assert.InRange(starts, 0, MaxStarts);
            result = await StartAsync(emulator, clock, quota, starts < MaxCuts, cancellationToken);
        }

        // The service applies what it accepted, also where the run did not wait for it.
        await Task.Delay(TimeSpan.FromHours(1), clock, cancellationToken);
        Assert.Equal(_members.Length, result.Read);
        Assert.Equal(result.Read - result.Rejected - result.Empty - result.Merged, result.Files.Sum(file => file.Rows));
        Assert.Equal(0, result.NotSent);
        Assert.DoesNotContain(emulator.Violations, violation => violation.Rule is "BULK-5" or "STATUS-1");
        AssertArrived(result, emulator.GetAccount("acme"));
    }

    /// <returns>The result of a run that was not cut off.</returns>
    private async Task<BulkResult?> StartAsync(
        TargetEmulator emulator,
        MovedClock clock,
        AccountQuota quota,
        bool mayBeCut,
        CancellationToken cancellationToken
    )
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        int? failingRow = mayBeCut && Chance(0.4) ? _random.Next(_members.Length) : null;
        int? lastCall = mayBeCut && Chance(0.5) ? _random.Next(1, 25) : null;
        int? lostEvery = Chance(0.3) ? _random.Next(2, 6) : null;
        using HttpClient http = clock.CreateHttpClient(
            new CancellingCalls(cancel, lastCall, _random.Next(2) == 0, lostEvery),
            LateCalls.OfRandom(clock, _random.Next(), rate: 0.015)
        );
        using var client = new ProfileClient(
            new ProfileClientOptions
            {
                ClientCode = "acme",
                BaseAddress = emulator.BaseAddress,
                TimeProvider = clock,
                Quota = quota,
            },
            http
        );
        try
        {
            BulkResult result = await client.UpdateManyAsync(Source(failingRow), _options, null, cancel.Token);
            Note(result);
            return result;
        }
        catch (BulkUpdateException exception)
            when (exception.InnerException is InvalidDataException or ProfileRequestException)
        {
            Note(exception.Result);
        }
        catch (BulkUpdateCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            Note(exception.Result);
        }

        return null;
    }

    private void Note(BulkResult result)
    {
        Bulk.UpdateManyTests.AssertBalanced(result);

        // What was accepted once is never anything else again.
        Assert.All(
            result.Files.Where(file => _acceptedFiles.Contains(file.Number)),
            file => Assert.Equal(BatchOutcome.Accepted, file.Outcome)
        );
        _acceptedFiles.UnionWith(
            result.Files.Where(file => file.Outcome is BatchOutcome.Accepted).Select(file => file.Number)
        );
    }

    private IEnumerable<Member> Source(int? failingRow)
    {
        for (int row = 0; row < _members.Length; row++)
        {
            if (row == failingRow)
            {
                throw new InvalidDataException("The source was cut off.");
            }

            yield return _members[row];
        }
    }

    private void AssertArrived(BulkResult result, TargetAccount account)
    {
        ILookup<string, string> cities = _members.Where(IsSent).ToLookup(member => member.Id!, member => member.City!);
        foreach (StoredProfile profile in account.Profiles)
        {
            string id = profile.ThirdPartyId!;
            Assert.Contains(profile.Attributes["city"].Value, cities[id]);
        }

        if (result.Accepted != result.Files.Sum(file => file.Rows))
        {
            AssertArrivedOf(result, account);
            return;
        }

        // Of profiles of one key the first stands where the others are rejected, else the last.
        foreach (IGrouping<string, string> one in cities)
        {
            string expected = _options.DuplicateHandling is DuplicateHandling.Reject ? one.First() : one.Last();
            Assert.Equal(expected, Stored(account, one.Key));
        }
    }

    /// <summary>Where some files were not accepted: the rows of those that were, as far as positions tell which they are.</summary>
    private void AssertArrivedOf(BulkResult result, TargetAccount account)
    {
        if (_options.DuplicateHandling is DuplicateHandling.Merge)
        {
            return;
        }

        var seen = new HashSet<string>();
        foreach (BulkFileResult file in result.Files)
        {
            foreach (Member member in _members[(int)file.FirstPosition..(int)file.EndPosition].Where(IsSent))
            {
                bool isInFile = seen.Add(member.Id!) || _options.DuplicateHandling is not DuplicateHandling.Reject;
                Assert.False(isInFile && file.Outcome is BatchOutcome.Accepted && Stored(account, member.Id!) is null);
            }
        }
    }

    private static bool IsSent(Member member) =>
        member.City is not null && !member.Id!.Contains('/', StringComparison.Ordinal);

    private static string? Stored(TargetAccount account, string id) =>
        account.FindProfile(TargetId.ThirdPartyId(id))?.Attributes.TryGetValue("city", out StoredValue value) is true
            ? value.Value
            : null;

    /// <summary>Many keys come again, some rows are rejected, some are empty. Each value is unique.</summary>
    private Member Member(int number)
    {
        string id = Chance(0.3) ? $"m{_random.Next(number + 1)}" : $"m{number}";
        return _random.Next(20) switch
        {
            0 => new Member($"{id}/", $"city {number}"),
            1 => new Member(id),
            _ => new Member(id, $"city {number}"),
        };
    }

    private FaultPlan Plan(int seed)
    {
        List<(Fault Fault, double Weight)> mix =
        [
            (Fault.Reset(FaultMoment.BeforeBody), 2),
            (Fault.Reset(FaultMoment.InsideBody), 2),
            (Fault.Reset(FaultMoment.AfterEffect), 2),
            (Fault.Status(503), 1),
            (Fault.Status(429, retryAfter: RetryAfter.Seconds(5)), 1),
            (Fault.Status(500), 1),
            (Fault.Status(403), 0.5),
            (Fault.Reply(ReplyFlaw.Truncated), 0.5),
            (BatchFault.StatusLost(TimeSpan.FromMinutes(1)), 0.5),
            (BatchFault.OlderStatus(), 0.5),
        ];
        if (Chance(0.3))
        {
            mix.Add((Fault.Status(400), 0.5));
            mix.Add((Fault.Unsuccessful("not now"), 0.5));
        }

        return new FaultPlan(seed, Chance(0.2) ? 0 : _random.NextDouble() * 0.4, [.. mix]);
    }

    private bool Chance(double probability) => _random.NextDouble() < probability;

    /// <summary>Cancels the run at a call, before it is made or when its answer is there; some calls find no network.</summary>
    private sealed class CancellingCalls(CancellationTokenSource cancel, int? lastCall, bool isBefore, int? lostEvery)
        : DelegatingHandler
    {
        private int _calls;

        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            int call = Interlocked.Increment(ref _calls);
            bool isLast = call == lastCall;
            if (call % lostEvery == 0)
            {
                throw new HttpRequestException("There is no network.");
            }

            if (isLast && isBefore)
            {
                await cancel.CancelAsync();
            }

            HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
            if (isLast)
            {
                await cancel.CancelAsync();
            }

            return response;
        }
    }
}
