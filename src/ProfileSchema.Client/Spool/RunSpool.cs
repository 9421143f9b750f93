using System.Security.Cryptography;
using System.Text;

namespace ProfileSchema.Client;

/// <summary>
/// The spool of a durable run: every file is on disk before it is sent, and the journal says how far each one is, so that a run
/// that was cut off goes on where it stopped.
/// </summary>
internal sealed class RunSpool : IDisposable
{
    private const string LockName = "spool.lock";
    private const string JournalName = "journal";

    /// <summary>BULK-7: an older file is not sent again without consent.</summary>
    private static readonly TimeSpan MaxAge = TimeSpan.FromDays(1);

    private readonly string _directory;
    private readonly FileStream _lock;
    private readonly SpoolJournal _journal;
    private readonly TimeProvider _time;
    private readonly bool _sendsOldFiles;
    private readonly Dictionary<int, SpooledFile> _files = [];
    private string _runningHash = "";

    private RunSpool(
        string directory,
        FileStream @lock,
        SpoolJournal journal,
        List<SpoolEntry> entries,
        bool sendsOldFiles,
        TimeProvider time
    )
    {
        _directory = directory;
        _lock = @lock;
        _journal = journal;
        _sendsOldFiles = sendsOldFiles;
        _time = time;
        foreach (SpoolEntry entry in entries.Where(entry => entry.File > 0))
        {
            Apply(entry);
        }
    }

    /// <summary>Opens a spool, or begins one.</summary>
    /// <param name="run">What must be the same for a run to go on: the account, the version, the header, the options.</param>
    /// <exception cref="BulkSpoolException">The spool cannot be used.</exception>
    public static RunSpool Open(string directory, string run, bool sendsOldFiles, TimeProvider time)
    {
        SpoolFiles.RequireDirectory(directory);
        FileStream @lock = TakeLock(directory);
        SpoolJournal? journal = null;
        try
        {
            RequireOwnFiles(directory);
            (journal, List<SpoolEntry> entries) = SpoolJournal.Open(Path.Combine(directory, JournalName));
            string hash = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(run)));
            if (entries.Count == 0)
            {
                journal.Append(
                    new SpoolEntry
                    {
                        State = SpoolState.Begun,
                        Run = hash,
                        At = time.GetUtcNow(),
                    }
                );
            }
            else if (entries[0].Run != hash)
            {
                throw new BulkSpoolException(
                    "The spool belongs to a run of another account, profile or options. Give each run a directory of its own."
                );
            }

            return new RunSpool(directory, @lock, journal, entries, sendsOldFiles, time);
        }
        catch
        {
            journal?.Dispose();
            @lock.Dispose();
            throw;
        }
    }

    /// <summary>Puts a file on disk, or finds it there from before.</summary>
    /// <param name="counts">What the source had given when the file was full.</param>
    /// <returns>What is known of it from before, or null.</returns>
    /// <exception cref="BulkSpoolException">The source differs, the file on disk is damaged or too old, or the disk is full.</exception>
    public SpooledFile? Store(OutgoingFile file, SourceCounts counts)
    {
        string checksum = SpoolFiles.Checksum(file.Content);
        _runningHash = Convert.ToHexString(
            SHA256.HashData(
                Encoding.UTF8.GetBytes(
                    FormattableString.Invariant(
                        $"{_runningHash} {checksum} {file.FirstPosition} {file.EndPosition} {counts.Rejected} {counts.Empty} {counts.Merged}"
                    )
                )
            )
        );
        if (_files.TryGetValue(file.Number, out SpooledFile? known))
        {
            if (known.RunningHash != _runningHash)
            {
                throw new BulkSpoolException(
                    FormattableString.Invariant(
                        $"The source differs from that of the spool, at or before row {file.EndPosition}. Run again with the same source, or with another directory."
                    )
                );
            }

            if (known.IsSent)
            {
                DeleteIfFinished(file.Number, known);
                return known;
            }

            RequireSendable(file.Number, known);
            return known;
        }

        SpoolFiles.Write(PathOf(file.Number), file.Content);
        Append(
            new SpoolEntry
            {
                State = SpoolState.Stored,
                File = file.Number,
                At = _time.GetUtcNow(),
                Checksum = checksum,
                RunningHash = _runningHash,
                Rows = file.Rows,
            }
        );
        return null;
    }

    /// <summary>Whether the source was to go on longer than the spool says.</summary>
    /// <exception cref="BulkSpoolException">The source ended before rows that the spool has.</exception>
    public void RequireCovered(int files)
    {
        if (_files.Keys.Any(number => number > files))
        {
            throw new BulkSpoolException(
                "The source differs from that of the spool: it ended earlier. Run again with the same source, or with another directory."
            );
        }
    }

    public void MarkSending(int file) =>
        Append(
            new SpoolEntry
            {
                State = SpoolState.Sending,
                File = file,
                At = _time.GetUtcNow(),
            }
        );

    public void MarkAccepted(BulkFileResult result) =>
        Append(
            new SpoolEntry
            {
                State = SpoolState.Accepted,
                File = result.Number,
                At = _time.GetUtcNow(),
                Result = result,
            }
        );

    /// <summary>Notes the end of a file, whose data is not needed any more.</summary>
    public void MarkFinished(BulkFileResult result)
    {
        Append(
            new SpoolEntry
            {
                State = SpoolState.Finished,
                File = result.Number,
                At = _time.GetUtcNow(),
                Result = result,
            }
        );
        File.Delete(PathOf(result.Number));
    }

    /// <summary>Takes the spool away if every file is finished.</summary>
    public void RemoveIfFinished()
    {
        if (_files.Values.Any(file => file.State is not SpoolState.Finished))
        {
            return;
        }

        _journal.Dispose();
        File.Delete(Path.Combine(_directory, JournalName));
        _lock.Dispose();
        File.Delete(Path.Combine(_directory, LockName));
    }

    public void Dispose()
    {
        _journal.Dispose();
        _lock.Dispose();
    }

    private static FileStream TakeLock(string directory)
    {
        try
        {
            return SpoolFiles.Open(Path.Combine(directory, LockName), FileMode.OpenOrCreate);
        }
        catch (IOException exception)
        {
            throw new BulkSpoolException(
                "The spool is in use by another run. Wait for it to end, or give this one a directory of its own.",
                exception
            );
        }
    }

    private static void RequireOwnFiles(string directory)
    {
        foreach (string path in Directory.EnumerateFileSystemEntries(directory))
        {
            string name = Path.GetFileName(path);
            if (name is LockName or JournalName)
            {
                continue;
            }

            string stem = name.EndsWith(".tmp", StringComparison.Ordinal) ? name[..^4] : name;
            bool isOwn =
                stem.Length == 14
                && stem.EndsWith(".batch", StringComparison.Ordinal)
                && stem[..8].All(char.IsAsciiDigit);
            if (!isOwn)
            {
                throw new BulkSpoolException(
                    $"The directory of the spool holds '{name}', which is none of its files. Take it away, or give the run another directory."
                );
            }
        }
    }

    /// <summary>The process may have ended between the note and the deletion.</summary>
    private void DeleteIfFinished(int number, SpooledFile known)
    {
        if (known.State is SpoolState.Finished)
        {
            File.Delete(PathOf(number));
        }
    }

    private void RequireSendable(int number, SpooledFile known)
    {
        if (!File.Exists(PathOf(number)) || SpoolFiles.Checksum(PathOf(number)) != known.Checksum)
        {
            throw new BulkSpoolException(
                $"The file '{SpoolFiles.NameOf(number)}' of the spool is missing or damaged. It was not sent and not deleted."
            );
        }

        if (!_sendsOldFiles && _time.GetUtcNow() - known.StoredAt > MaxAge)
        {
            throw new BulkSpoolException(
                "The spool holds a file that is more than a day old, and sending it now may undo what came after "
                    + "(BULK-7). Set BulkOptions.ResendsOldFiles to send it all the same."
            );
        }
    }

    private void Append(SpoolEntry entry)
    {
        _journal.Append(entry);
        lock (_files)
        {
            Apply(entry);
        }
    }

    private void Apply(SpoolEntry entry)
    {
        if (entry.State is SpoolState.Stored)
        {
            _files[entry.File] = new SpooledFile(entry.Checksum!, entry.RunningHash!, entry.At);
        }
        else if (_files.TryGetValue(entry.File, out SpooledFile? file))
        {
            file.Advance(entry);
        }
    }

    private string PathOf(int number) => Path.Combine(_directory, SpoolFiles.NameOf(number));
}
