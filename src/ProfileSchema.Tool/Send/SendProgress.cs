using ProfileSchema.Client;
using ProfileSchema.Tool.Output;

namespace ProfileSchema.Tool.Send;

/// <summary>
/// Shows how far a run is: beside a bar on a terminal, and as a line now and then in a log. It also counts for how long the
/// run waited for the account's quota (BULK-5).
/// </summary>
internal sealed class SendProgress : IProgress<BulkProgress>, IDisposable
{
    private static readonly TimeSpan LineInterval = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan TickInterval = TimeSpan.FromMilliseconds(500);

    private readonly Lock _gate = new();
    private readonly string _file;
    private readonly Func<double> _share;
    private readonly ToolConsole _console;
    private readonly TimeProvider _time = TimeProvider.System;
    private readonly ITimer _ticks;
    private BulkProgress _last = new();
    private ProgressBar? _bar;
    private long? _waitsSince;
    private TimeSpan _waited;
    private long _saidAt;

    public SendProgress(string file, Func<double> share, ToolConsole console)
    {
        _file = file;
        _share = share;
        _console = console;
        _saidAt = _time.GetTimestamp();

        // While a run waits nothing changes, and nothing is reported; the waiting time goes on all the same.
        _ticks = _time.CreateTimer(_ => Show(), null, TickInterval, TickInterval);
    }

    public TimeSpan QuotaWait
    {
        get
        {
            lock (_gate)
            {
                return _waited + (_waitsSince is { } since ? _time.GetElapsedTime(since) : TimeSpan.Zero);
            }
        }
    }

    public void ShowOn(ProgressBar bar) => _bar = bar;

    public void Report(BulkProgress value)
    {
        lock (_gate)
        {
            bool isWaiting = value.WaitingFor is BulkWait.Quota;
            if (_waitsSince is { } since && !isWaiting)
            {
                _waited += _time.GetElapsedTime(since);
                _waitsSince = null;
            }
            else if (_waitsSince is null && isWaiting)
            {
                _waitsSince = _time.GetTimestamp();
            }

            _last = value;
        }

        Show();
    }

    public void Dispose() => _ticks.Dispose();

    private void Show()
    {
        lock (_gate)
        {
            BulkProgress now = _last;
            if (_console.IsErrorTerminal)
            {
                _bar?.Describe(Describe(now));
                _bar?.Report(ShareDone(now));
                return;
            }

            if (_time.GetElapsedTime(_saidAt) >= LineInterval)
            {
                _saidAt = _time.GetTimestamp();
                _console.Note(Describe(now));
            }
        }
    }

    private string Describe(BulkProgress now)
    {
        string wait = now.WaitingFor switch
        {
            BulkWait.Quota => $", waits {Display.Duration(QuotaWait)} for the quota",
            BulkWait.StatusPosition => ", waits until an earlier file is completed",
            BulkWait.Retry => ", waits to try again",
            _ => "",
        };
        return $"{_file}: {Display.Count(now.Read)} read, {Display.Count(now.Accepted)} accepted, "
            + $"{Display.Count(now.Completed)} completed{wait}";
    }

    /// <summary>
    /// Of the rows that the file is likely to have, those that were sent or left out, and, where they were accepted, completed:
    /// the sending is the first half of the bar and the settling the second.
    /// </summary>
    private double ShareDone(BulkProgress now)
    {
        if (now.Read == 0)
        {
            return 0;
        }

        double done = now.Rejected + now.Empty;
        double sent = (done + now.Sent) / now.Read;
        double completed = (done + now.Completed + (now.Sent - now.Accepted)) / now.Read;
        return _share() * (sent + completed) / 2;
    }
}
