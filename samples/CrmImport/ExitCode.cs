namespace CrmImport;

/// <summary>How the import ended, for the scheduler that started it.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>
    /// The service declined files, did not answer, or did not apply rows of what it took: the summary says how many. A new import
    /// sends them again.
    /// </summary>
    public const int NotAllTaken = 1;

    /// <summary>The export or the spool needs a person; what was sent stands in the summary.</summary>
    public const int EndedEarly = 2;

    public const int WrongSettings = 3;

    /// <summary>All was sent, and customers that were read back are not as they were sent: the summary says which attributes.</summary>
    public const int NotVerified = 4;

    /// <summary>By Ctrl+C or the system; the next start goes on.</summary>
    public const int Stopped = 130;
}
