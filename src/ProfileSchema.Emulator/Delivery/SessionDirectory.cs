namespace ProfileSchema.Emulator;

/// <summary>The sessions of an account: how many of its calls are open, and whose it is.</summary>
internal sealed class SessionDirectory(TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Session> _sessions = new(StringComparer.Ordinal);

    /// <summary>Opens a call, which ends when the returned object is disposed of; null if too many are open (DELIVERY-5).</summary>
    public IDisposable? TryEnter(string id)
    {
        lock (_gate)
        {
            DateTimeOffset now = time.GetUtcNow();
            if (
                !_sessions.TryGetValue(id, out Session? session)
                || (session.Open == 0 && now - session.LastCall >= ServiceLimits.SessionLifetime)
            )
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

    /// <summary>Notes who comes by in a session; false if it is another than before (DELIVERY-3).</summary>
    public bool Meet(string id, string pcId)
    {
        lock (_gate)
        {
            Session session = _sessions[id];
            bool isSame = session.PcId is null || session.PcId == pcId;
            session.PcId = pcId;
            return isSame;
        }
    }

    private sealed class Session
    {
        public int Open { get; set; }

        public string? PcId { get; set; }

        public DateTimeOffset LastCall { get; set; }
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
