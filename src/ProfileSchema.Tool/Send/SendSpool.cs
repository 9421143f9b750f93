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
    private const string DoneExtension = ".done";

    /// <summary>The user's own place for the data of programs.</summary>
    public static string DefaultRoot =>
        Path.Combine(
            Environment.GetFolderPath(
                Environment.SpecialFolder.LocalApplicationData,
                Environment.SpecialFolderOption.Create
            ),
            "profileschema",
            "spool"
        );

    /// <summary>The directory of one file's run. It is not made here.</summary>
    public string DirectoryOf(string file)
    {
        string identity = $"{account} {Path.GetFullPath(file)}";
        string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identity)))[..16];
        return Path.Combine(root, $"{Path.GetFileName(file)}-{hash}");
    }

    /// <summary>Whether a run left something of a file for the next one.</summary>
    public bool IsAnyLeft(string file)
    {
        string directory = DirectoryOf(file);
        return Directory.Exists(directory) && Directory.EnumerateFileSystemEntries(directory).Any();
    }

    /// <summary>Makes the place that holds all runs, for its owner only.</summary>
    public void Prepare()
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

    /// <summary>
    /// What became of a file in a run of the same command that was cut off later, if the file is still the same and is still to be
    /// sent in the same way.
    /// </summary>
    public SentFileReport? FindDone(string file)
    {
        string path = DirectoryOf(file) + DoneExtension;
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            DoneFile? done = JsonSerializer.Deserialize<DoneFile>(File.ReadAllBytes(path), Display.Json);
            return done is not null && done.Identity == IdentityOf(file)
                ? done.Report with
                {
                    WasSentBefore = true,
                }
                : null;
        }
        catch (JsonException)
        {
            // Cut off while it was written: the file counts as not done, and its spool says how far it was.
            return null;
        }
    }

    public void MarkDone(string file, SentFileReport report) =>
        File.WriteAllBytes(
            DirectoryOf(file) + DoneExtension,
            JsonSerializer.SerializeToUtf8Bytes(new DoneFile(IdentityOf(file), report), Display.Json)
        );

    /// <summary>Forgets the files of a command that came to its end.</summary>
    public void Clear(IEnumerable<string> files)
    {
        foreach (string directory in files.Select(DirectoryOf))
        {
            File.Delete(directory + DoneExtension);
            if (Directory.Exists(directory) && !Directory.EnumerateFileSystemEntries(directory).Any())
            {
                Directory.Delete(directory);
            }
        }
    }

    private string IdentityOf(string file)
    {
        var info = new FileInfo(file);
        return FormattableString.Invariant($"{info.Length} {info.LastWriteTimeUtc.Ticks} {settings.WhatIsSent}");
    }

    private sealed record DoneFile(string Identity, SentFileReport Report);
}
