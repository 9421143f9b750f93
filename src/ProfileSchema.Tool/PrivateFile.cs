namespace ProfileSchema.Tool;

/// <summary>
/// Files and directories that hold data of customers or say what was sent of them: for their owner only, where the system knows
/// owners.
/// </summary>
internal static class PrivateFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Others =
        UnixFileMode.GroupRead
        | UnixFileMode.GroupWrite
        | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead
        | UnixFileMode.OtherWrite
        | UnixFileMode.OtherExecute;

    /// <summary>
    /// Makes a file that is not there yet. Whatever bears the name, be it a link to another file or a file that others can read, is
    /// neither followed nor written to.
    /// </summary>
    /// <exception cref="IOException">Something of the name is there already.</exception>
    public static FileStream Create(string path)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            Options = FileOptions.Asynchronous,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        return new FileStream(path, options);
    }

    /// <summary>Writes a file whole or not at all, over one of the name.</summary>
    public static void Replace(string path, ReadOnlySpan<byte> content)
    {
        string unfinished = path + ".tmp";

        // Left by a process that ended here.
        File.Delete(unfinished);
        using (FileStream file = Create(unfinished))
        {
            file.Write(content);
            file.Flush(flushToDisk: true);
        }

        File.Move(unfinished, path, overwrite: true);
    }

    /// <summary>Makes a directory that is not there yet.</summary>
    public static void CreateDirectory(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, OwnerOnly | UnixFileMode.UserExecute);
        }
    }

    /// <summary>Makes a directory, or looks at the one there is.</summary>
    /// <param name="isSharedAllowed">Whether it may be open to others, as on a volume that has one mode for everything.</param>
    /// <exception cref="ToolException">It is a link, or open to others.</exception>
    public static void RequireDirectory(string path, bool isSharedAllowed)
    {
        CreateDirectory(path);
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        if (new DirectoryInfo(path).LinkTarget is not null)
        {
            throw new ToolException(
                ExitCode.InputOutput,
                $"{path} keeps what is under way, which is personal data, and is a link. Take it away."
            );
        }

        // The bit that hands a group on, as the roots of volumes have it, opens nothing.
        if (!isSharedAllowed && (File.GetUnixFileMode(path) & Others) != UnixFileMode.None)
        {
            throw new ToolException(
                ExitCode.InputOutput,
                $"{path} keeps what is under way, which is personal data, and is open to others than its owner. Set its mode to 700. "
                    + "Where the volume has one mode for everything, as Azure Files and CIFS have, mount it with dir_mode=0700,"
                    + "file_mode=0600 and the uid of this user, or give --allow-shared-spool if whoever can read it may."
            );
        }
    }
}
