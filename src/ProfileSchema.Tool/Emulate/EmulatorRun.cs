using System.Globalization;
using ProfileSchema.Emulator;
using ProfileSchema.Tool.Output;
using ProfileSchema.Tool.Rows;

namespace ProfileSchema.Tool.Emulate;

/// <summary>An emulator from its start to the signal that ends it.</summary>
internal sealed class EmulatorRun(EmulateSettings settings, ToolConsole console)
{
    // What is kept to be looked at, so that an emulator may run for weeks.
    private const int KeptCalls = 10_000;
    private const int KeptBatches = 1_000;
    private const long KeptBodyBytes = 256L << 20;

    public async Task RunAsync(CancellationToken stop)
    {
        using ProfileSaver? saver = settings.DataFile is { } path
            ? new ProfileSaver(DataFile.Open(path), path, console)
            : null;
        TargetEmulator emulator = await StartAsync(saver, stop);
        using var ended = new CancellationTokenSource();
        Task saving = Task.CompletedTask;
        try
        {
            // Seeds are in the file before anybody is told that they are there.
            saver?.Save(emulator);
            Announce(emulator);
            saving = saver?.RunAsync(emulator, ended.Token) ?? Task.CompletedTask;
            await WaitAsync(stop);
        }
        finally
        {
            await emulator.DisposeAsync();
            await ended.CancelAsync();
            await saving;
        }

        saver?.Save(emulator);
        Conclude(emulator);
    }

    private TargetEmulatorOptions OptionsWith(ProfileSaver? saver) =>
        new()
        {
            Port = settings.Port,
            ClientCodes = [.. settings.Accounts],
            RequiredToken = settings.Token,
            ProcessingDelay = settings.ProcessingDelay,
            FaultPlan = FaultProfiles.PlanOf(settings.Faults),
            MaxRecordedCalls = KeptCalls,
            MaxRecordedBatches = KeptBatches,
            MaxRecordedBodyBytes = KeptBodyBytes,
            Prepare = async (accountOf, token) =>
            {
                saver?.Restore(accountOf);
                TargetAccount[] seeded = [.. settings.Accounts.Select(accountOf)];
                foreach (string seed in settings.Seeds)
                {
                    await new SeedFile(seed, settings.Rows, console).AddToAsync(seeded, token);
                }
            },
        };

    private async Task<TargetEmulator> StartAsync(ProfileSaver? saver, CancellationToken cancellationToken)
    {
        try
        {
            return await TargetEmulator.StartAsync(OptionsWith(saver), cancellationToken);
        }
        catch (ArgumentException exception)
        {
            // The other options were looked at when the command line was read.
            throw new ToolException(
                ExitCode.Usage,
                "--accounts takes client codes: 1 to 63 letters, digits and hyphens, no hyphen at either end (ID-6).",
                exception
            );
        }
        catch (IOException exception) when (exception.InnerException is not null && settings.Port != 0)
        {
            throw new ToolException(
                ExitCode.InputOutput,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"port {settings.Port} cannot be listened on: {exception.InnerException.Message} Name another with --port, or "
                        + $"0 for any that is free."
                ),
                exception
            );
        }
    }

    private void Announce(TargetEmulator emulator)
    {
        console.Line($"Listening on  {emulator.BaseAddress}");
        console.Line($"Page          {emulator.BaseAddress} in a browser");
        console.Line($"Accounts      {Accounts()}");
        console.Line($"Profiles      {Profiles(emulator)}");
        if (settings.ProcessingDelay > TimeSpan.Zero)
        {
            console.Line($"Batches       applied {Display.Duration(settings.ProcessingDelay)} after their receipt");
        }

        if (settings.Faults != FaultProfiles.None)
        {
            console.Line($"Faults        {settings.Faults}: {FaultProfiles.TextOf(settings.Faults)}");
        }

        console.Note("Ctrl+C stops it.");
    }

    private string Accounts()
    {
        string which = settings.Accounts.Count == 0 ? "any client code" : string.Join(", ", settings.Accounts);
        return settings.Token is null ? which : $"{which}; calls need the token";
    }

    private string Profiles(TargetEmulator emulator) =>
        $"{Display.Count(emulator.Accounts.Sum(account => (long)account.ProfileCount))}, kept in "
        + (settings.DataFile ?? "memory: they are gone when it stops (--data-file keeps them)");

    private static async Task WaitAsync(CancellationToken stop)
    {
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, stop);
        }
        catch (OperationCanceledException)
        {
            // Ctrl+C or SIGTERM: the end that is meant.
        }
    }

    private void Conclude(TargetEmulator emulator)
    {
        int waiting = emulator
            .Accounts.SelectMany(account => account.Batches)
            .Count(batch => batch is { IsComplete: false, IsStuck: false });
        if (waiting > 0)
        {
            console.Warn($"batches that were not applied yet, and are forgotten: {Display.Count(waiting)}.");
        }

        string calls = emulator.CallCount == 1 ? "1 call" : $"{Display.Count(emulator.CallCount)} calls";
        console.Note(
            settings.DataFile is { } path
                ? $"Stopped after {calls}. The profiles are in {path}."
                : $"Stopped after {calls}. The profiles were in memory, and are gone."
        );
    }
}

/// <summary>What the command line says about an emulator.</summary>
internal sealed record EmulateSettings
{
    public required int Port { get; init; }

    /// <summary>The client codes that exist; none: any.</summary>
    public required IReadOnlyList<string> Accounts { get; init; }

    /// <summary>The token that calls must carry; null: none.</summary>
    public required string? Token { get; init; }

    public required TimeSpan ProcessingDelay { get; init; }

    /// <summary>The name of a fault profile.</summary>
    public required string Faults { get; init; }

    /// <summary>Where profiles are kept; null: in memory.</summary>
    public required string? DataFile { get; init; }

    public required IReadOnlyList<string> Seeds { get; init; }

    /// <summary>How seed files are read.</summary>
    public required RowOptions Rows { get; init; }

    /// <summary>The settings without the token.</summary>
    public override string ToString() => $"Emulator on port {Port}";
}
