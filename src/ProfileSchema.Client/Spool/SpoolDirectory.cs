using System.Globalization;

namespace ProfileSchema.Client.Spool;

/// <summary>The directory of a spool, locked for one run: its names, and what may stand in it.</summary>
internal sealed class SpoolDirectory : IDisposable
{
    private const string LockName = "spool.lock";
    private const string JournalName = "journal";
    private const string BatchSuffix = ".batch";
    private const int NumberDigits = 8;

    /// <summary>What file systems keep at the root of a volume.</summary>
    private const string LostFound = "lost+found";
    private const string NameOnVolume = "profileschema-spool";

    private readonly string _path;
    private readonly FileStream _lock;

    private SpoolDirectory(string path, FileStream @lock)
    {
        _path = path;
        _lock = @lock;
    }

    public string JournalPath => Path.Combine(_path, JournalName);

    /// <param name="isSharedAllowed">Whether others may be able to read it.</param>
    /// <exception cref="BulkSpoolException">It cannot be made, is in use, or others can read it.</exception>
    public static SpoolDirectory Open(string path, bool isSharedAllowed)
    {
        // A program may change its working directory while the run goes on.
        path = Path.GetFullPath(path);
        try
        {
            path = OwnDirectory(path);
            SpoolFiles.RequireDirectory(path, isSharedAllowed);

            // Before anything is made in it: the directory may be one of another purpose.
            RequireOwnFiles(path, static _ => true);
            return new SpoolDirectory(path, TakeLock(path));
        }
        catch (Exception exception) when (SpoolFiles.IsOfSystem(exception))
        {
            throw SpoolFiles.NotUsable(exception);
        }
    }

    public string PathOf(int file) => Path.Combine(_path, NameOf(file));

    public static string NameOf(int file) =>
        file.ToString($"D{NumberDigits}", CultureInfo.InvariantCulture) + BatchSuffix;

    /// <summary>Looks for what no run of this spool can have left.</summary>
    /// <param name="isKnown">Whether the journal knows the file of a number, or it is the one that was being stored.</param>
    /// <exception cref="BulkSpoolException">There is a foreign file.</exception>
    public void RequireOwnFiles(Func<int, bool> isKnown) => RequireOwnFiles(_path, isKnown);

    /// <summary>Looks for batch files, of which without a journal nobody knows whether they were sent.</summary>
    /// <exception cref="BulkSpoolException">There is one.</exception>
    public void RequireNoFiles()
    {
        string? lone = Directory
            .EnumerateFiles(_path)
            .Select(path => Path.GetFileName(path))
            .Order(StringComparer.Ordinal)
            .FirstOrDefault(name => NumberOf(name) is not null);
        if (lone is not null)
        {
            throw new BulkSpoolException(
                $"The directory of BulkOptions.SpoolDirectory holds '{lone}', but no journal that says whether it was sent. It was neither "
                    + "sent nor deleted. Put the journal back, or take the file away to send everything."
            );
        }
    }

    /// <summary>Takes the lock away, and with it the last file of a spool that is finished. The directory stays.</summary>
    public void Dispose() => _lock.Dispose();

    // The root of a volume has files and a mode of its own, which a program in a container cannot change.
    private static string OwnDirectory(string path)
    {
        if (!Directory.Exists(Path.Combine(path, LostFound)))
        {
            return path;
        }

        string own = Path.Combine(path, NameOnVolume);

        // Others may be able to write there.
        return new DirectoryInfo(own).LinkTarget is null
            ? own
            : throw new BulkSpoolException(
                $"The directory of BulkOptions.SpoolDirectory is the root of a volume, and '{NameOnVolume}' inside is a link. Take it away, or "
                    + "give the run another directory."
            );
    }

    private static void RequireOwnFiles(string directory, Func<int, bool> isKnown)
    {
        foreach (string path in Directory.EnumerateFileSystemEntries(directory))
        {
            string name = Path.GetFileName(path);
            bool isOwn = name is LockName or JournalName || (NumberOf(name) is { } number && isKnown(number));
            if (!isOwn)
            {
                throw new BulkSpoolException(
                    $"The directory of BulkOptions.SpoolDirectory holds '{name}', which is none of its files. It was neither sent nor "
                        + "deleted. Take it away, or give the run another directory."
                );
            }
        }
    }

    private static int? NumberOf(string name)
    {
        string stem = name.EndsWith(SpoolFiles.UnfinishedSuffix, StringComparison.Ordinal)
            ? name[..^SpoolFiles.UnfinishedSuffix.Length]
            : name;
        return
            stem.Length == NumberDigits + BatchSuffix.Length
            && stem.EndsWith(BatchSuffix, StringComparison.Ordinal)
            && int.TryParse(stem[..NumberDigits], NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? number
            : null;
    }

    private static FileStream TakeLock(string directory)
    {
        string path = Path.Combine(directory, LockName);
        bool isThere = File.Exists(path);
        try
        {
            // Deleted while it is held: between the two another run could take a lock that then has no name any more.
            return SpoolFiles.Open(path, FileMode.OpenOrCreate, FileOptions.DeleteOnClose);
        }
        catch (IOException exception) when (isThere || File.Exists(path))
        {
            throw new BulkSpoolException(
                "The directory of BulkOptions.SpoolDirectory is in use by another run. Wait for it to end, or give this one a directory of "
                    + "its own.",
                exception
            );
        }
    }
}
