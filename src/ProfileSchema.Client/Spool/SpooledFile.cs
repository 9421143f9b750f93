namespace ProfileSchema.Client.Spool;

/// <summary>What the journal says of a file.</summary>
/// <param name="stored">The entry of its storing.</param>
internal sealed class SpooledFile(SpoolEntry stored)
{
    public string Checksum => stored.Checksum!;

    public string RunningHash => stored.RunningHash!;

    public int Rows => stored.Rows;

    public long FirstPosition => stored.FirstPosition;

    public long EndPosition => stored.EndPosition;

    public DateTimeOffset StoredAt => stored.At;

    public SpoolState State { get; private set; } = SpoolState.Stored;

    /// <summary>The attempts to send it, as far as is known what came of them.</summary>
    public List<BulkAttempt> Attempts { get; } = [];

    /// <summary>What is known of it since it was sent.</summary>
    public BulkFileResult? Result { get; private set; }

    /// <summary>Whether an attempt began and none decided what becomes of it.</summary>
    public bool IsOpen => State is SpoolState.Sending;

    /// <summary>Whether it is not to be sent again.</summary>
    public bool IsSent => State is SpoolState.Accepted or SpoolState.Finished;

    public void Advance(SpoolEntry entry)
    {
        // A state never goes back: what was accepted stays so whatever comes later.
        if (entry.State >= State)
        {
            State = entry.State;
            Result = entry.Result ?? Result;
        }

        if (entry.Result is { } known)
        {
            Attempts.Clear();
            Attempts.AddRange(known.Attempts);
        }
        else if (entry.State is SpoolState.Sending)
        {
            Attempts.Add(new BulkAttempt { StartedAt = entry.At, Outcome = BatchOutcome.Unconfirmed });
        }
    }
}
