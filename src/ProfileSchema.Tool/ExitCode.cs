namespace ProfileSchema.Tool;

/// <summary>How the process ends, for scripts.</summary>
internal static class ExitCode
{
    /// <summary>Done, and nothing to complain about.</summary>
    public const int Success = 0;

    /// <summary>Done, and something is wrong with the data: findings, rejections, rows that did not arrive.</summary>
    public const int DataErrors = 1;

    /// <summary>The command line is not understood, or an option does not suit the rest.</summary>
    public const int Usage = 2;

    /// <summary>A file cannot be read or written.</summary>
    public const int InputOutput = 3;

    /// <summary>The service cannot be reached, does not let the caller in, or answers what is no answer.</summary>
    public const int Service = 4;

    /// <summary>What was asked for does not exist.</summary>
    public const int NotFound = 5;

    /// <summary>What was sent has not arrived yet, or the service does not show it yet: ask again later.</summary>
    public const int NotYet = 6;

    /// <summary>A fault of the tool itself.</summary>
    public const int Unexpected = 70;

    /// <summary>Ended by Ctrl+C or a termination signal, as shells report it.</summary>
    public const int Interrupted = 130;
}
