using System.Collections.Concurrent;

namespace ProfileSchema.Client.Tests;

/// <summary>A clock that jumps to the next timer while the test only waits for time to pass: hours of pauses take milliseconds.</summary>
/// <remarks>
/// <para>It jumps when all of this holds, and each is known from an event, so that nothing is guessed from how long it takes:</para>
/// <list type="bullet">
/// <item>
/// Somebody waits for time to pass: a pause is under way, or a test said by <see cref="StallAsync"/> that only a timeout goes on from
/// there. A timeout alone, which is a timer of a <see cref="CancellationTokenSource"/>, waits for nothing.
/// </item>
/// <item>
/// No thread runs code of the test. The clock is a part of the test's flow (<see cref="AsyncLocal{T}"/>), and the runtime reports each
/// thread that enters and leaves it.
/// </item>
/// <item>
/// No call is under way: a client of <see cref="CreateHttpClient"/> holds the clock while it sends a request and while it reads a body.
/// </item>
/// <item>The queue of the thread pool is empty, so that what was just woken goes first.</item>
/// </list>
/// <para>
/// So no call times out because the machine is slow: the code under test makes the timeout of a call and sends its request without
/// waiting in between, and from there on the call holds the clock. What is neither a call nor runs on a thread can only begin later
/// than it might, as it can on a slow machine. One moment is not seen: a thread that has taken work from the queue and doesn't run it yet.
/// </para>
/// <para>
/// The clock sees the test's own process and flow alone. What is to come late comes late in a handler around that of
/// <see cref="CreateHttpClient"/> (<see cref="LateCalls"/>), not in the service, and servers start by <see cref="StartOutsideAsync"/>.
/// </para>
/// </remarks>
public sealed class MovedClock : TimeProvider
{
    private static readonly AsyncLocal<MovedClock?> Current = new(OnFlowChanged);

    private static readonly BlockingCollection<MovedClock> Quiet = [];

    private readonly Lock _gate = new();
    private readonly PriorityQueue<(MovedTimer Timer, long Version), (long At, long Order)> _due = new();
    private long _now = new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero).Ticks;
    private long _scheduled;
    private int _busy;
    private int _pauses;
    private int _stalls;
    private bool _isAnnounced;

    static MovedClock() => new Thread(MoveQuietClocks) { IsBackground = true, Name = nameof(MovedClock) }.UnsafeStart();

    /// <summary>Makes a clock for the test that runs.</summary>
    public MovedClock() => Current.Value = this;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => new(GetTimestamp(), TimeSpan.Zero);

    public override long GetTimestamp() => Interlocked.Read(ref _now);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new MovedTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>A client as safe as the library's own, whose calls hold the clock.</summary>
    /// <param name="outer">The handlers that calls pass first. While a call is in one of them, it doesn't hold the clock.</param>
    public HttpClient CreateHttpClient(params DelegatingHandler[] outer)
    {
        HttpMessageHandler handler = Hold(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                ActivityHeadersPropagator = null,
            }
        );
        foreach (DelegatingHandler next in Enumerable.Reverse(outer))
        {
            next.InnerHandler = handler;
            handler = next;
        }

        return new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>Makes the calls that a handler sends hold the clock.</summary>
    public HttpMessageHandler Hold(HttpMessageHandler handler)
    {
        // A clock that was made in another method, as by a constructor, may not be in the flow of this one.
        Current.Value = this;
        return new HoldingHandler(this) { InnerHandler = handler };
    }

    /// <summary>Waits until the code under test gives up: from now on a timeout makes the clock jump as a pause does.</summary>
    public async Task StallAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            _stalls++;
            AnnounceQuiet();
        }

        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        }
        finally
        {
            lock (_gate)
            {
                _stalls--;
            }
        }
    }

    /// <summary>Starts a server, which has threads that never rest, outside of the flow of the test.</summary>
    public static Task<T> StartOutsideAsync<T>(Func<Task<T>> start)
    {
        using (ExecutionContext.SuppressFlow())
        {
            return Task.Run(start);
        }
    }

    private static void OnFlowChanged(AsyncLocalValueChangedArgs<MovedClock?> change)
    {
        change.CurrentValue?.Enter();
        change.PreviousValue?.Leave();
    }

    private void Enter()
    {
        lock (_gate)
        {
            _busy++;
        }
    }

    private void Leave()
    {
        lock (_gate)
        {
            _busy--;
            AnnounceQuiet();
        }
    }

    private void AnnounceQuiet()
    {
        if (_busy == 0 && !_isAnnounced && (_pauses > 0 || _stalls > 0))
        {
            _isAnnounced = true;
            Quiet.Add(this);
        }
    }

    private static void MoveQuietClocks()
    {
        foreach (MovedClock clock in Quiet.GetConsumingEnumerable())
        {
            SpinWait.SpinUntil(static () => ThreadPool.PendingWorkItemCount == 0);
            ThreadPool.UnsafeQueueUserWorkItem(static clock => clock.Jump(), clock, preferLocal: false);
        }
    }

    private void Jump()
    {
        MovedTimer? next;
        lock (_gate)
        {
            _isAnnounced = false;
            next = _busy == 0 && (_pauses > 0 || _stalls > 0) ? MoveToNext() : null;
            if (next is null)
            {
                return;
            }

            _busy++;
        }

        next.Fire();
        Leave();
    }

    private MovedTimer? MoveToNext()
    {
        while (_due.TryDequeue(out (MovedTimer Timer, long Version) next, out (long At, long Order) due))
        {
            if (next.Timer.TryTake(next.Version))
            {
                Interlocked.Exchange(ref _now, Math.Max(due.At, _now));
                return next.Timer;
            }
        }

        return null;
    }

    private sealed class MovedTimer(MovedClock clock, TimerCallback callback, object? state) : ITimer
    {
        private readonly bool _isPause = state is not CancellationTokenSource;
        private TimeSpan _period;
        private long _version;
        private bool _isScheduled;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._gate)
            {
                Unschedule();
                _period = period;
                if (dueTime >= TimeSpan.Zero)
                {
                    _isScheduled = true;
                    clock._pauses += _isPause ? 1 : 0;
                    clock._due.Enqueue((this, _version), (clock._now + dueTime.Ticks, clock._scheduled++));
                    clock.AnnounceQuiet();
                }
            }

            return true;
        }

        /// <summary>Takes the timer out of the schedule, unless what was scheduled has been changed since.</summary>
        public bool TryTake(long version)
        {
            bool isTaken = _isScheduled && version == _version;
            if (isTaken)
            {
                Unschedule();
            }

            return isTaken;
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

        private void Unschedule()
        {
            _version++;
            clock._pauses -= _isScheduled && _isPause ? 1 : 0;
            _isScheduled = false;
        }
    }

    private sealed class HoldingHandler(MovedClock clock) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            clock.Enter();
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
                clock.Leave();
            }
        }
    }

    private sealed class HoldingStream(MovedClock clock, Stream inner) : ReadOnlyStream
    {
        public override async ValueTask<int> ReadAsync(
            Memory<byte> buffer,
            CancellationToken cancellationToken = default
        )
        {
            clock.Enter();
            try
            {
                return await inner.ReadAsync(buffer, cancellationToken);
            }
            finally
            {
                clock.Leave();
            }
        }

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
