using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ProfileSchema.Tool.Output;

namespace ProfileSchema.Tool.Send;

/// <summary>
/// Where runs keep what is under way: a directory for each file that is sent, found again by the same command. With it stands of
/// which content it is, and, where a command sends several files, which of them are done, so that these are not sent again.
/// </summary>
internal sealed class SendSpool(string root, string account, SendSettings settings)
{
    /// <summary>So that the names of systems suffice, with room for what is added to it.</summary>
    private const int MaxNameLength = 60;

    private const string RecordName = "record.json";

    /// <summary>Of the library: held by a run that goes on.</summary>
    private const string LockName = "spool.lock";

    /// <summary>The user's own place for the data of programs.</summary>
    /// <exception cref="ToolException">There is none, as for a user without a home.</exception>
    public static string DefaultRoot
    {
        get
        {
            string data = Environment.GetFolderPath(
                Environment.SpecialFolder.LocalApplicationData,
                Environment.SpecialFolderOption.DoNotVerify
            );
            return data.Length > 0
                ? Path.Combine(data, "profileschema", "spool")
                : throw new ToolException(
                    ExitCode.InputOutput,
                    "There is no home directory to keep what is under way. Name a directory with --spool."
                );
        }
    }

    /// <summary>The spool of one file's run. It is not made here.</summary>
    public string DirectoryOf(string file) => Path.Combine(PlaceOf(file), "run");

    /// <summary>Whether a run left something of a file for the next one.</summary>
    public bool IsAnyLeft(string file)
    {
        string directory = DirectoryOf(file);
        return Directory.Exists(directory) && Directory.EnumerateFileSystemEntries(directory).Any();
    }

    /// <summary>Makes the places of all files, for their owner only.</summary>
    public void Prepare(IEnumerable<string> files)
    {
        try
        {
            PrivateFile.CreateDirectory(root);
            foreach (string file in files)
            {
                PrivateFile.RequireDirectory(PlaceOf(file), settings.AllowsSharedSpool);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ToolException(
                ExitCode.InputOutput,
                $"What is under way cannot be kept in {root}, so nothing was sent: {exception.Message} Name a directory that can be "
                    + "written with --spool.",
                exception
            );
        }
    }

    /// <summary>
    /// What became of a file in a run of the same command that was cut off later, if the file still has the same content and is
    /// still to be sent in the same way.
    /// </summary>
    public SentFileReport? FindDone(string file, string hash) =>
        ReadRecord(file) is { Report: { } report } record
        && record.Hash == hash
        && record.WhatIsSent == settings.WhatIsSent
            ? report with
            {
                WasSentBefore = true,
            }
            : null;

    /// <summary>
    /// Whether a run left something of a file that has another content now, or is to be sent in another way, so that the run cannot
    /// go on with it.
    /// </summary>
    public async Task<bool> IsLeftOfAnotherAsync(string file, CancellationToken cancellationToken) =>
        IsAnyLeft(file)
        && ReadRecord(file) is { } record
        && (
            record.WhatIsSent != settings.WhatIsSent
            || record.MaxRows != settings.MaxRows
            || record.Hash != await HashedInput.HashAsync(file, cancellationToken)
        );

    public void MarkBegun(string file, string hash) => WriteRecord(file, hash, report: null);

    /// <param name="hash">The hash of what was sent.</param>
    public void MarkDone(string file, string hash, SentFileReport report) => WriteRecord(file, hash, report);

    /// <summary>Drops what runs left of a file without sending it.</summary>
    /// <returns>What was dropped: its path and its bytes.</returns>
    /// <exception cref="ToolException">A run of the file goes on.</exception>
    public IReadOnlyList<(string Path, long Bytes)> Discard(string file)
    {
        var dropped = new List<(string, long)>();
        string directory = DirectoryOf(file);
        using (FileStream? _ = Directory.Exists(directory) ? Lock(file, Path.Combine(directory, LockName)) : null)
        {
            IEnumerable<string> left = new[] { directory, PlaceOf(file) }
                .Where(Directory.Exists)
                .SelectMany(Directory.GetFiles)
                .Where(path => Path.GetFileName(path) != LockName)
                .Order(StringComparer.Ordinal);
            foreach (string path in left)
            {
                long bytes = new FileInfo(path).Length;
                File.Delete(path);
                dropped.Add((path, bytes));
            }
        }

        DeleteIfEmpty(directory);
        DeleteIfEmpty(PlaceOf(file));
        return dropped;
    }

    /// <summary>Forgets the files of a command that came to its end.</summary>
    public void Clear(IEnumerable<string> files)
    {
        foreach (string file in files)
        {
            File.Delete(RecordOf(file));
            DeleteIfEmpty(DirectoryOf(file));
            DeleteIfEmpty(PlaceOf(file));
        }
    }

    private string RecordOf(string file) => Path.Combine(PlaceOf(file), RecordName);

    private string PlaceOf(string file)
    {
        string identity = $"{account} {Path.GetFullPath(file)}";
        string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identity)))[..16];
        string name = Path.GetFileName(file);
        if (name.Length > MaxNameLength)
        {
            name = name[..(char.IsHighSurrogate(name[MaxNameLength - 1]) ? MaxNameLength - 1 : MaxNameLength)];
        }

        return Path.Combine(root, $"{name}-{hash}");
    }

    private static void DeleteIfEmpty(string directory)
    {
        if (Directory.Exists(directory) && !Directory.EnumerateFileSystemEntries(directory).Any())
        {
            Directory.Delete(directory);
        }
    }

    private static FileStream Lock(string file, string path)
    {
        try
        {
            return new FileStream(
                path,
                FileMode.OpenOrCreate,
                FileAccess.ReadWrite,
                FileShare.None,
                bufferSize: 0,
                FileOptions.DeleteOnClose
            );
        }
        catch (IOException exception)
        {
            throw new ToolException(
                ExitCode.InputOutput,
                $"{file} is being sent by another run. Wait for it to end, or end it.",
                exception
            );
        }
    }

    private Record? ReadRecord(string file)
    {
        string path = RecordOf(file);
        try
        {
            return File.Exists(path) ? JsonSerializer.Deserialize<Record>(File.ReadAllBytes(path), Display.Json) : null;
        }
        catch (JsonException)
        {
            // Damaged: the file counts as not done, and its spool says how far it was.
            return null;
        }
    }

    private void WriteRecord(string file, string hash, SentFileReport? report) =>
        PrivateFile.Replace(
            RecordOf(file),
            JsonSerializer.SerializeToUtf8Bytes(
                new Record(hash, settings.WhatIsSent, settings.MaxRows, report),
                Display.Json
            )
        );

    /// <param name="Hash">Of the content.</param>
    /// <param name="Report">What became of it, once it is done.</param>
    private sealed record Record(string Hash, string WhatIsSent, int MaxRows, SentFileReport? Report);
}
