using System.Security.Cryptography;
using System.Text;

namespace ProfileSchema.Client.Spool;

/// <summary>
/// The spool of a durable run: every file is on disk before it is sent, and the journal says how far each one is, so that a run
/// that was cut off goes on where it stopped.
/// </summary>
internal sealed class RunSpool : IDisposable
{
    /// <summary>BULK-7: an older file is not sent again without consent.</summary>
    private static readonly TimeSpan MaxAge = TimeSpan.FromDays(1);

    private readonly SpoolDirectory _directory;
    private readonly SpoolJournal _journal;
    private readonly TimeProvider _time;
    private readonly bool _sendsOldFiles;
    private readonly Dictionary<int, SpooledFile> _files = [];
    private readonly SourceTrail _trail = new();

    /// <summary>The files of a run that is finished without its source; null for one with a source.</summary>
    private SpooledFile[]? _stored;

    private RunSpool(SpoolDirectory directory, SpoolJournal journal, bool sendsOldFiles, TimeProvider time)
    {
        _directory = directory;
        _journal = journal;
        _sendsOldFiles = sendsOldFiles;
        _time = time;
    }

    /// <summary>Opens a spool, or begins one.</summary>
    /// <param name="options">Those of a run that has a spool.</param>
    /// <param name="run">What must be the same for a run to go on.</param>
    /// <exception cref="BulkSpoolException">The spool cannot be used.</exception>
    public static RunSpool Open(BulkOptions options, SpoolRun run, TimeProvider time) =>
        Open(options, time, (spool, entries) => spool.Begin(run, entries));

    /// <summary>Opens a spool to finish what it holds, without the source that it came from.</summary>
    /// <param name="account">The account that it must belong to.</param>
    /// <inheritdoc cref="Open(BulkOptions, SpoolRun, TimeProvider)"/>
    public static RunSpool OpenStored(BulkOptions options, string account, TimeProvider time) =>
        Open(options, time, (spool, entries) => spool.BeginFinishing(account, entries));

    private static RunSpool Open(BulkOptions options, TimeProvider time, Action<RunSpool, List<SpoolEntry>> begin)
    {
        SpoolDirectory directory = SpoolDirectory.Open(options.SpoolDirectory!, options.AllowSharedSpoolDirectory);
        SpoolJournal? journal = null;
        try
        {
            (journal, List<SpoolEntry> entries) = SpoolJournal.Open(directory.JournalPath);
            var spool = new RunSpool(directory, journal, options.ResendExpiredFiles, time);
            entries.ForEach(spool.Apply);

            if (entries.Count == 0)
            {
                // The journal has its first line before there is a file.
                directory.RequireNoFiles();
            }

            // Files are stored in order, so that a process that ended while it stored one left at most the next.
            int next = spool._files.Count + 1;
            directory.RequireOwnFiles(file => spool._files.ContainsKey(file) || file == next);
            begin(spool, entries);
            return spool;
        }
        catch
        {
            journal?.Dispose();
            directory.Dispose();
            throw;
        }
    }

    /// <summary>The version that the files of a run that is finished are sent to.</summary>
    public BatchApiVersion Version { get; private set; } = BatchApiVersion.V2;

    /// <summary>The files of a run that is finished, in order.</summary>
    public IReadOnlyList<SpooledFile> Stored => _stored ?? [];

    /// <summary>Opens a file of a run that is finished, for reading; null if it is not to be sent again.</summary>
    /// <exception cref="BulkSpoolException">It is missing, damaged or too old.</exception>
    public FileStream? OpenStored(int number)
    {
        SpooledFile file = Stored[number - 1];
        if (file.IsSent)
        {
            return null;
        }

        RequireSendable(number, file);
        return File.OpenRead(_directory.PathOf(number));
    }

    /// <summary>Puts a file on disk, or finds it there from before.</summary>
    /// <param name="leftOut">Rows of the source that are in no file, when the file was full.</param>
    /// <returns>What is known of it from before, or null.</returns>
    /// <exception cref="BulkSpoolException">The source differs, the file on disk is damaged or too old, or the disk is full.</exception>
    public SpooledFile? Store(int number, BatchFile file, LeftOut leftOut)
    {
        if (_stored is not null)
        {
            return _stored[number - 1];
        }

        string checksum = SpoolFiles.Checksum(file.Content);
        _trail.Pass(file, checksum, leftOut);
        if (Find(number) is { } known)
        {
            RequireSame(file, known);
            if (known.State is SpoolState.Finished)
            {
                // The process may have ended between the note and the deletion.
                SpoolFiles.TryDelete(_directory.PathOf(number));
            }

            if (!known.IsSent)
            {
                RequireSendable(number, known);
            }

            return known;
        }

        string path = _directory.PathOf(number);
        RequireNothingElse(number, path, checksum);
        SpoolFiles.Write(path, file.Content);
        Append(
            new SpoolEntry
            {
                State = SpoolState.Stored,
                File = number,
                At = _time.GetUtcNow(),
                Checksum = checksum,
                RunningHash = _trail.Hash,
                Rows = file.Rows,
                FirstPosition = file.FirstPosition,
                EndPosition = file.EndPosition,
            }
        );
        return null;
    }

    /// <summary>Asks, at the end of the source, that the spool holds nothing beyond it.</summary>
    /// <exception cref="BulkSpoolException">The source ended before rows that the spool has, or there is a file of somebody else's.</exception>
    public void RequireCovered(int files)
    {
        if (_files.Keys.Any(number => number > files))
        {
            throw new BulkSpoolException(
                "The source differs from that of BulkOptions.SpoolDirectory: it ended earlier. Run again with the same source, or with "
                    + "another directory."
            );
        }

        string next = _directory.PathOf(files + 1);
        if (_stored is not null)
        {
            // Of a process that ended between a file and its note: it was never sent, and its rows are of a source that is gone.
            SpoolFiles.TryDelete(next);
            SpoolFiles.TryDelete(next + SpoolFiles.UnfinishedSuffix);
        }

        RequireNothingElse(files + 1, next, checksum: null);
    }

    public void MarkSending(int file, DateTimeOffset at) =>
        Append(
            new SpoolEntry
            {
                State = SpoolState.Sending,
                File = file,
                At = at,
            }
        );

    /// <summary>Notes what came of the attempts so far to send a file, which is yet to be taken.</summary>
    public void MarkAttempted(BulkFileResult result) => Append(Sent(SpoolState.Sending, result));

    public void MarkAccepted(BulkFileResult result) => Append(Sent(SpoolState.Accepted, result));

    /// <summary>Notes the end of a file, whose data is not needed any more.</summary>
    public void MarkFinished(BulkFileResult result)
    {
        Append(Sent(SpoolState.Finished, result));

        // Something may hold it open for a moment. That is no reason to end the run: it is deleted with the spool.
        SpoolFiles.TryDelete(_directory.PathOf(result.Number));
    }

    /// <summary>Takes the spool away if every file is finished.</summary>
    /// <exception cref="BulkSpoolException">Something of it cannot be deleted.</exception>
    public void RemoveIfFinished()
    {
        if (_files.Values.All(file => file.State is SpoolState.Finished))
        {
            foreach (int file in _files.Keys)
            {
                RequireDeleted(_directory.PathOf(file));
            }

            _journal.Dispose();
            RequireDeleted(_directory.JournalPath);
        }
    }

    public void Dispose()
    {
        _journal.Dispose();
        _directory.Dispose();
    }

    private void Begin(SpoolRun run, List<SpoolEntry> entries)
    {
        string hash = HashOf($"{run.Account} {run.Version} {run.Options}");
        if (entries.Count == 0)
        {
            Append(
                new SpoolEntry
                {
                    State = SpoolState.Begun,
                    Format = SpoolEntry.PresentFormat,
                    Run = hash,
                    Account = HashOf(run.Account),
                    ApiVersion = run.Version,
                    At = _time.GetUtcNow(),
                }
            );
        }
        else if (entries[0].Run != hash)
        {
            throw OfAnotherRun();
        }
    }

    private void BeginFinishing(string account, List<SpoolEntry> entries)
    {
        _stored = [.. Enumerable.Range(1, _files.Count).Select(number => _files[number])];
        if (entries.Count > 0)
        {
            Version = entries[0].Account == HashOf(account) ? entries[0].ApiVersion!.Value : throw OfAnotherRun();
        }
    }

    private static string HashOf(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static BulkSpoolException OfAnotherRun() =>
        new(
            "The directory of BulkOptions.SpoolDirectory belongs to a run of another account, profile or options. Give each run a "
                + "directory of its own."
        );

    private SpoolEntry Sent(SpoolState state, BulkFileResult result) =>
        new()
        {
            State = state,
            File = result.Number,
            At = _time.GetUtcNow(),
            Result = result,
        };

    private static void RequireDeleted(string path)
    {
        if (!SpoolFiles.TryDelete(path))
        {
            throw new BulkSpoolException(
                $"Every file was sent, but '{Path.GetFileName(path)}' of BulkOptions.SpoolDirectory, which holds personal data, could not be "
                    + "deleted. See to its rights and to what holds it open, and run again with the same source, or delete the "
                    + "directory."
            );
        }
    }

    private void RequireSame(BatchFile file, SpooledFile known)
    {
        if (known.RunningHash != _trail.Hash)
        {
            throw new BulkSpoolException(
                FormattableString.Invariant(
                    $"The source differs from that of BulkOptions.SpoolDirectory, at or before row {file.EndPosition}. "
                ) + "Run again with the same source, or with another directory."
            );
        }
    }

    private void RequireSendable(int file, SpooledFile known)
    {
        string path = _directory.PathOf(file);
        if (SpoolFiles.Checksum(path) != known.Checksum)
        {
            throw new BulkSpoolException(
                $"The file '{SpoolDirectory.NameOf(file)}' of BulkOptions.SpoolDirectory is missing or damaged. It was neither sent nor "
                    + "deleted. Put it back as it was, or run again with another directory."
            );
        }

        if (!_sendsOldFiles && _time.GetUtcNow() - known.StoredAt > MaxAge)
        {
            throw new BulkSpoolException(
                $"The file '{SpoolDirectory.NameOf(file)}' of BulkOptions.SpoolDirectory is more than a day old, and sending it now may "
                    + "undo what came after it (BULK-7). Set BulkOptions.ResendExpiredFiles to send it all the same."
            );
        }
    }

    /// <summary>A process that ended between a file and its note left the same file; what differs is somebody else's.</summary>
    /// <param name="checksum">That of the file, or null if there is to be none.</param>
    private static void RequireNothingElse(int file, string path, string? checksum)
    {
        if (File.Exists(path) && (checksum is null || SpoolFiles.Checksum(path) != checksum))
        {
            throw new BulkSpoolException(
                $"The directory of BulkOptions.SpoolDirectory holds '{SpoolDirectory.NameOf(file)}', which this run did not write, or not "
                    + "from this source. It was neither sent nor deleted. Take it away, or run again with another directory."
            );
        }
    }

    private SpooledFile? Find(int file)
    {
        lock (_files)
        {
            return _files.GetValueOrDefault(file);
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
            _files[entry.File] = new SpooledFile(entry);
        }
        else if (_files.TryGetValue(entry.File, out SpooledFile? file))
        {
            file.Advance(entry);
        }
    }
}

/// <summary>What must be the same for a run to go on.</summary>
/// <param name="Account">Whose profiles, and where the service is.</param>
/// <param name="Version">The version that files are sent to.</param>
/// <param name="Options">The header, and what decides which rows are in which file.</param>
internal sealed record SpoolRun(string Account, BatchApiVersion Version, string Options);
