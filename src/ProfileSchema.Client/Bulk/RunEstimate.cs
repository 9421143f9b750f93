namespace ProfileSchema.Client;

/// <summary>
/// Estimates how long a run still takes. What is slowest governs: the pace so far, the permits of the account (BULK-5), or the room
/// for statuses (STATUS-4); and the fate of the last file is to be waited for.
/// </summary>
internal sealed class RunEstimate(ClientSettings settings, BulkOptions options, RunPace pace)
{
    /// <summary>An account takes more than a month for more files (BULK-5): an estimate is of no use there, and a time might have no number.</summary>
    private const double MostFiles = 2_000_000;

    private bool IsFollowed => options.StatusTimeout > TimeSpan.Zero;

    /// <param name="expected">How many profiles the source has; null if nobody knows.</param>
    /// <param name="isMade">Whether every file was made.</param>
    /// <returns>Whole seconds, or null where nothing can be said yet.</returns>
    public TimeSpan? TimeLeft(long? expected, bool isMade)
    {
        PaceSoFar soFar = pace.Read();
        if (isMade)
        {
            return Left(soFar, soFar.FilesMade - soFar.FilesDone, positions: 0);
        }

        if (expected is not { } count || soFar.FilesDone == 0)
        {
            return null;
        }

        long positions = Math.Max(0, count - soFar.PositionsDone);
        double positionsPerFile = (double)soFar.PositionsDone / soFar.FilesDone;
        double files = Math.Ceiling(positions / positionsPerFile);
        return files <= MostFiles ? Left(soFar, files, positions) : null;
    }

    private TimeSpan Left(PaceSoFar soFar, double files, long positions)
    {
        TimeSpan left = Slowest(
            TimeSpan.FromSeconds(soFar.SecondsPerPosition * positions),
            Permits(soFar, files),
            StatusRoomFor(soFar, files)
        );
        return TimeSpan.FromSeconds(Math.Ceiling((left + LastFate(soFar, files)).TotalSeconds));
    }

    // BULK-5
    private TimeSpan Permits(PaceSoFar soFar, double files) =>
        files == 0
            ? TimeSpan.Zero
            : settings.Budget.TimeFor(
                uploads: Math.Max(0, files - soFar.FilesUnderWay) * soFar.AttemptsPerFile,
                statusCalls: IsFollowed ? files * soFar.QuestionsPerFile : 0
            );

    // STATUS-4: ten more files for each time that a fate takes, the first of them once the oldest that is open is resolved.
    private TimeSpan StatusRoomFor(PaceSoFar soFar, double files)
    {
        double behind = files + soFar.FilesOpen - StatusRoom.KeptStatuses;
        return IsFollowed && files > 0 && behind > 0
            ? TimeToResolve(soFar) * (behind / StatusRoom.KeptStatuses) - soFar.OldestOpenFor
            : TimeSpan.Zero;
    }

    private TimeSpan LastFate(PaceSoFar soFar, double files) =>
        !IsFollowed ? TimeSpan.Zero
        : files > 0 ? TimeToResolve(soFar)
        : soFar.FilesOpen > 0 ? Slowest(TimeToResolve(soFar) - soFar.NewestOpenFor)
        : TimeSpan.Zero;

    private TimeSpan TimeToResolve(PaceSoFar soFar) => soFar.TimeToResolve ?? options.StatusInterval;

    private static TimeSpan Slowest(params ReadOnlySpan<TimeSpan> times)
    {
        TimeSpan slowest = TimeSpan.Zero;
        foreach (TimeSpan time in times)
        {
            slowest = time > slowest ? time : slowest;
        }

        return slowest;
    }
}
