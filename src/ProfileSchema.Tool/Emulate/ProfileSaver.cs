using ProfileSchema.Emulator;
using ProfileSchema.Tool.Output;

namespace ProfileSchema.Tool.Emulate;

/// <summary>Puts the profiles of a data file back into an emulator, and writes what changes as it changes.</summary>
internal sealed class ProfileSaver(DataFile file, string path, ToolConsole console) : IDisposable
{
    /// <summary>What a killed process may lose at most is what came in this time.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    private readonly Dictionary<string, long> _savedRevisions = new(StringComparer.Ordinal);
    private bool _isFailing;

    public void Restore(Func<string, TargetAccount> accountOf)
    {
        foreach ((string code, IReadOnlyList<SavedProfile> profiles) in file.Read())
        {
            TargetAccount account;
            try
            {
                account = accountOf(code);
            }
            catch (ArgumentException)
            {
                console.Warn(
                    $"{path} holds {Display.Count(profiles.Count)} profiles of the account {code}, which --accounts does not "
                        + "name. They stay in the file and are not served."
                );
                continue;
            }

            Restore(account, profiles);
        }
    }

    /// <summary>Writes changes until it is told to stop.</summary>
    public async Task RunAsync(TargetEmulator emulator, CancellationToken stop)
    {
        using var timer = new PeriodicTimer(Interval);
        try
        {
            while (await timer.WaitForNextTickAsync(stop))
            {
                TrySave(emulator);
            }
        }
        catch (OperationCanceledException)
        {
            // It is told to stop; the last changes are saved by whoever told it, once no call comes any more.
        }
    }

    /// <summary>Writes what changed since the last time.</summary>
    /// <exception cref="ToolException">The file cannot be written.</exception>
    public void Save(TargetEmulator emulator)
    {
        foreach (TargetAccount account in emulator.Accounts)
        {
            long saved = _savedRevisions.GetValueOrDefault(account.ClientCode);
            long revision = account.Revision;
            if (revision > saved)
            {
                file.Write(account.ClientCode, account.SaveProfiles(saved));
                _savedRevisions[account.ClientCode] = revision;
            }
        }
    }

    public void Dispose() => file.Dispose();

    private void Restore(TargetAccount account, IReadOnlyList<SavedProfile> profiles)
    {
        try
        {
            account.RestoreProfiles(profiles);
        }
        catch (InvalidOperationException exception)
        {
            throw new ToolException(
                ExitCode.InputOutput,
                $"{path} is damaged: two profiles of the account {account.ClientCode} have the same id.",
                exception
            );
        }

        _savedRevisions[account.ClientCode] = account.Revision;
    }

    private void TrySave(TargetEmulator emulator)
    {
        try
        {
            Save(emulator);
            if (_isFailing)
            {
                console.Note("The profiles are saved again.");
                _isFailing = false;
            }
        }
        catch (ToolException exception) when (!_isFailing)
        {
            _isFailing = true;
            console.Warn($"the profiles cannot be saved for now: {exception.Message}");
        }
        catch (ToolException)
        {
            // It was said once; the next time may go well, and the last time says it again.
        }
    }
}
