using System.Buffers;
using System.Security.Cryptography;

namespace ProfileSchema.Client.Spool;

/// <summary>The files of a spool, for the owner's eyes only where the system knows owners: they hold personal data.</summary>
internal static class SpoolFiles
{
    /// <summary>The end of the name of a file that is not whole yet.</summary>
    public const string UnfinishedSuffix = ".tmp";

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Others =
        UnixFileMode.GroupRead
        | UnixFileMode.GroupWrite
        | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead
        | UnixFileMode.OtherWrite
        | UnixFileMode.OtherExecute;

    /// <summary>Makes the directory, or looks at the one there is.</summary>
    /// <param name="isSharedAllowed">Whether it may be open to others, as on a volume that has one mode for everything.</param>
    /// <exception cref="BulkSpoolException">Others can read it.</exception>
    public static void RequireDirectory(string path, bool isSharedAllowed)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
            return;
        }

        if (!Directory.Exists(path))
        {
            Directory.CreateDirectory(path, OwnerOnly | UnixFileMode.UserExecute);
        }

        if (!isSharedAllowed && (File.GetUnixFileMode(path) & Others) != UnixFileMode.None)
        {
            throw new BulkSpoolException(
                "The directory of BulkOptions.SpoolDirectory holds personal data and is open to others than its owner. Set its mode to 700. "
                    + "Where the volume has one mode for everything, as Azure Files and CIFS have, mount it with "
                    + "dir_mode=0700,file_mode=0600 and the uid of this program, or set BulkOptions.AllowSharedSpoolDirectory if "
                    + "whoever can read it may."
            );
        }
    }

    public static FileStream Open(string path, FileMode mode, FileOptions fileOptions = FileOptions.None)
    {
        var options = new FileStreamOptions
        {
            Mode = mode,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            Options = fileOptions,

            // What could not be written must not be in a buffer still, to be written later after all.
            BufferSize = 0,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        return new FileStream(path, options);
    }

    /// <summary>Writes a file under a name that does not count, flushes it, and gives it its name.</summary>
    /// <exception cref="BulkSpoolException">The disk took it not; nothing of it is left.</exception>
    public static void Write(string path, ReadOnlySequence<byte> content)
    {
        string unfinished = path + UnfinishedSuffix;
        try
        {
            using (FileStream stream = Open(unfinished, FileMode.Create))
            {
                foreach (ReadOnlyMemory<byte> segment in content)
                {
                    stream.Write(segment.Span);
                }

                stream.Flush(flushToDisk: true);
            }

            File.Move(unfinished, path, overwrite: true);
        }
        catch (Exception exception) when (IsOfSystem(exception))
        {
            TryDelete(unfinished);
            throw NotWritten(exception);
        }
    }

    public static string Checksum(ReadOnlySequence<byte> content)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (ReadOnlyMemory<byte> segment in content)
        {
            hash.AppendData(segment.Span);
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }

    /// <summary>The same of a file; null if it cannot be read.</summary>
    public static string? Checksum(string path)
    {
        try
        {
            using FileStream stream = File.OpenRead(path);
            return Convert.ToHexString(SHA256.HashData(stream));
        }
        catch (Exception exception) when (IsOfSystem(exception))
        {
            return null;
        }
    }

    /// <summary>Deletes a file if it is there; says whether it is gone.</summary>
    public static bool TryDelete(string path)
    {
        try
        {
            File.Delete(path);
            return true;
        }
        catch (Exception exception) when (IsOfSystem(exception))
        {
            return false;
        }
    }

    /// <summary>Whether the system refused what was asked of it, and not the spool.</summary>
    public static bool IsOfSystem(Exception exception) =>
        exception is UnauthorizedAccessException or IOException and not BulkSpoolException;

    public static BulkSpoolException NotUsable(Exception exception) =>
        new(
            "BulkOptions.SpoolDirectory is no directory that can be written. Name one, or one that can be made, and see to its rights.",
            exception
        );

    public static BulkSpoolException NotWritten(Exception exception) =>
        new(
            "The directory of BulkOptions.SpoolDirectory could not be written; the disk may be full. What was not stored was not sent: make "
                + "room and run again with the same source.",
            exception
        );
}
