using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ProfileSchema.Tool.Output;

namespace ProfileSchema.Tool.Send;

/// <summary>
/// Where runs keep what is under way: a directory for each file that is sent, found again by the same command. Where a command
/// sends several files, it also keeps which of them are done, so that these are not sent again.
/// </summary>
internal sealed class SendSpool(string root, string account, SendSettings settings)
{
    /// <summary>So that the names of systems suffice, with room for what is added to it.</summary>
    private const int MaxNameLength = 60;

    private const string RecordName = "done.json";

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
            MakeRoot();
            foreach (string file in files)
            {
                PrivateFile.RequireDirectory(PlaceOf(file));
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
    public async Task<SentFileReport?> FindDoneAsync(string file, CancellationToken cancellationToken)
    {
        string path = RecordOf(file);
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            byte[] content = await File.ReadAllBytesAsync(path, cancellationToken);
            DoneFile? done = JsonSerializer.Deserialize<DoneFile>(content, Display.Json);
            return
                done is not null
                && done.WhatIsSent == settings.WhatIsSent
                && done.Hash == await HashedInput.HashAsync(file, cancellationToken)
                ? done.Report with
                {
                    WasSentBefore = true,
                }
                : null;
        }
        catch (JsonException)
        {
            // Damaged: the file counts as not done, and its spool says how far it was.
            return null;
        }
    }

    /// <param name="hash">The hash of what was sent.</param>
    public void MarkDone(string file, string hash, SentFileReport report) =>
        PrivateFile.Replace(
            RecordOf(file),
            JsonSerializer.SerializeToUtf8Bytes(new DoneFile(hash, settings.WhatIsSent, report), Display.Json)
        );

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

    private void MakeRoot()
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(root);
        }
        else
        {
            Directory.CreateDirectory(root, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
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

    private sealed record DoneFile(string Hash, string WhatIsSent, SentFileReport Report);
}
