namespace ProfileSchema.Client;

/// <summary>What the journal says of a file.</summary>
internal sealed class SpooledFile(string checksum, string runningHash, DateTimeOffset storedAt)
{
    public string Checksum => checksum;

    public string RunningHash => runningHash;

    public DateTimeOffset StoredAt => storedAt;

    public SpoolState State { get; private set; } = SpoolState.Stored;

    /// <summary>What is known of it since it was sent.</summary>
    public BulkFileResult? Result { get; private set; }

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
    }
}
