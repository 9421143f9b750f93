namespace ProfileSchema.Emulator.Accounts;

/// <summary>The sessions of an account: the number of open calls and the visitor of each.</summary>
internal sealed class SessionDirectory(TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Session> _sessions = new(StringComparer.Ordinal);
    private DateTimeOffset _nextSweep = time.GetUtcNow() + ServiceLimits.SessionLifetime;

    /// <summary>Opens a call, which ends when the returned object is disposed of; null if too many are open (DELIVERY-5).</summary>
    public IDisposable? TryEnter(string id)
    {
        lock (_gate)
        {
            DateTimeOffset now = time.GetUtcNow();
            Sweep(now);
            if (!_sessions.TryGetValue(id, out Session? session) || session.IsOver(now))
            {
                _sessions[id] = session = new Session();
            }

            session.LastCall = now;
            if (session.Open >= ServiceLimits.SessionCallsAtOnce)
            {
                return null;
            }

            session.Open++;
            return new Place(this, session);
        }
    }

    /// <summary>Records the visitor of a session. Returns false if it had another one before (DELIVERY-3).</summary>
    public bool TryBindVisitor(string id, string pcId)
    {
        lock (_gate)
        {
            Session session = _sessions[id];
            bool isSame = session.PcId is null || session.PcId == pcId;
            session.PcId = pcId;
            return isSame;
        }
    }

    /// <summary>Removes sessions that are over, once a lifetime: an emulator may run for weeks, and each visitor has a session.</summary>
    private void Sweep(DateTimeOffset now)
    {
        if (now < _nextSweep)
        {
            return;
        }

        _nextSweep = now + ServiceLimits.SessionLifetime;
        foreach ((string id, Session session) in _sessions)
        {
            if (session.IsOver(now))
            {
                _sessions.Remove(id);
            }
        }
    }

    private sealed class Session
    {
        public int Open { get; set; }

        public string? PcId { get; set; }

        public DateTimeOffset LastCall { get; set; }

        public bool IsOver(DateTimeOffset now) => Open == 0 && now - LastCall >= ServiceLimits.SessionLifetime;
    }

    private sealed class Place(SessionDirectory directory, Session session) : IDisposable
    {
        public void Dispose()
        {
            lock (directory._gate)
            {
                session.Open--;
            }
        }
    }
}
