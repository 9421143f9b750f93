namespace ProfileSchema.Client.Tests;

/// <summary>
/// A clock that stands still while anything happens and jumps to the next timer when nothing does: hours of waiting take
/// milliseconds, and no timeout fires while a call is answered.
/// </summary>
/// <remarks>
/// What happens is seen by the calls under way (through <see cref="CreateHttpClient"/>) and by changes to timers. A call that
/// takes longer than <see cref="Patience"/> is held to be waiting for the clock itself.
/// </remarks>
public sealed class MovedClock : TimeProvider, IAsyncDisposable
{
    // In looks, a millisecond or more each: on a busy machine the clock is as slow as what it waits for.
    private const int Patience = 2_000;
    private const int PatienceWithHeld = 150;
    private const int PatienceWithAllHeld = 30;
    private const int FarLooks = 60;
    private static readonly TimeSpan FarAway = TimeSpan.FromSeconds(90);

    private readonly Lock _gate = new();
    private readonly PriorityQueue<(MovedTimer Timer, long Version), long> _due = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _moving;
    private long _now = new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero).Ticks;
    private long _events;
    private int _calls;
    private int _reads;

    public MovedClock() => _moving = Task.Run(MoveAsync);

    /// <summary>How many of the calls under way are held by this clock themselves, for a server that knows it.</summary>
    public Func<int> HeldCalls { get; set; } = static () => 0;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _now), TimeSpan.Zero);

    public override long GetTimestamp() => Interlocked.Read(ref _now);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new MovedTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>A client as safe as the library's own, whose calls hold the clock.</summary>
    public HttpClient CreateHttpClient(DelegatingHandler? outer = null)
    {
        var holding = new Holding(this)
        {
            InnerHandler = new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                ActivityHeadersPropagator = null,
            },
        };
        outer?.InnerHandler = holding;
        return new HttpClient(outer ?? (HttpMessageHandler)holding) { Timeout = Timeout.InfiniteTimeSpan };
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _moving;
        _stop.Dispose();
    }

    private async Task MoveAsync()
    {
        long seen = -1;
        int quiet = 0;
        while (!_stop.IsCancellationRequested)
        {
            await Task.Delay(1);
            long events = Interlocked.Read(ref _events);
            if (events != seen)
            {
                seen = events;
                quiet = 0;
                continue;
            }

            quiet++;
            int calls = Volatile.Read(ref _calls);
            int held = HeldCalls();
            bool isHeld =
                (calls > 0 && quiet < PatienceFor(calls, held))
                || (Volatile.Read(ref _reads) > 0 && quiet < PatienceForReads(held));
            if (!isHeld && Next(quiet) is { } fire)
            {
                fire();
            }
        }
    }

    /// <summary>Where every call is held there is little to wait for but that another one begins.</summary>
    private static int PatienceFor(int calls, int held) =>
        held == 0 ? Patience
        : held < calls ? PatienceWithHeld
        : PatienceWithAllHeld;

    /// <summary>A body of which the clock holds a piece back comes in many.</summary>
    private static int PatienceForReads(int held) => held == 0 ? Patience : PatienceWithAllHeld;

    /// <summary>Moves to the next timer. A far jump is thought over longer, since a timeout is far and must not fire.</summary>
    private Action? Next(int quiet)
    {
        lock (_gate)
        {
            while (_due.TryPeek(out (MovedTimer Timer, long Version) next, out long at))
            {
                if (next.Version != next.Timer.Version)
                {
                    _due.Dequeue();
                    continue;
                }

                if (at - _now > FarAway.Ticks && quiet < FarLooks)
                {
                    return null;
                }

                _due.Dequeue();
                Interlocked.Exchange(ref _now, Math.Max(at, _now));
                Interlocked.Increment(ref _events);
                return next.Timer.Fire;
            }

            return null;
        }
    }

    private sealed class MovedTimer(MovedClock clock, TimerCallback callback, object? state) : ITimer
    {
        private TimeSpan _period;

        public long Version { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._gate)
            {
                Version++;
                _period = period;
                if (dueTime >= TimeSpan.Zero)
                {
                    clock._due.Enqueue((this, Version), clock._now + dueTime.Ticks);
                }
            }

            Interlocked.Increment(ref clock._events);
            return true;
        }

        public void Fire()
        {
            if (_period > TimeSpan.Zero)
            {
                Change(_period, _period);
            }

            callback(state);
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }

    private sealed class Holding(MovedClock clock) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            Interlocked.Increment(ref clock._calls);
            Interlocked.Increment(ref clock._events);
            try
            {
                HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
                HttpContent content = response.Content;
                Stream body = await content.ReadAsStreamAsync(cancellationToken);
                response.Content = new StreamContent(new HoldingStream(clock, body));
                foreach ((string name, IEnumerable<string> values) in content.Headers)
                {
                    response.Content.Headers.TryAddWithoutValidation(name, values);
                }

                return response;
            }
            finally
            {
                Interlocked.Increment(ref clock._events);
                Interlocked.Decrement(ref clock._calls);
            }
        }
    }

    /// <summary>A body that is being read holds the clock as well.</summary>
    private sealed class HoldingStream(MovedClock clock, Stream inner) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override async ValueTask<int> ReadAsync(
            Memory<byte> buffer,
            CancellationToken cancellationToken = default
        )
        {
            Interlocked.Increment(ref clock._reads);
            Interlocked.Increment(ref clock._events);
            try
            {
                return await inner.ReadAsync(buffer, cancellationToken);
            }
            finally
            {
                Interlocked.Increment(ref clock._events);
                Interlocked.Decrement(ref clock._reads);
            }
        }

        public override Task<int> ReadAsync(
            byte[] buffer,
            int offset,
            int count,
            CancellationToken cancellationToken
        ) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                inner.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
