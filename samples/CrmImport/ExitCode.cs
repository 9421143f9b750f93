namespace CrmImport;

/// <summary>The exit codes, for the scheduler that starts the import.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>
    /// The service declined files, did not answer, or did not apply some accepted rows. The summary contains the counts. A new import
    /// sends them again.
    /// </summary>
    public const int NotAllTaken = 1;

    /// <summary>The import stopped early because of a problem with the export or the spool.</summary>
    public const int EndedEarly = 2;

    public const int WrongSettings = 3;

    /// <summary>All customers were sent, but some of the fetched profiles differ. The summary names the attributes.</summary>
    public const int NotVerified = 4;

    /// <summary>The import was stopped by Ctrl+C or the system. The next run resumes it.</summary>
    public const int Stopped = 130;
}
