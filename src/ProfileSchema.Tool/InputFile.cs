namespace ProfileSchema.Tool;

/// <summary>Files that a command reads from their beginning to their end.</summary>
internal static class InputFile
{
    /// <summary>A file that is read more than once, or from its beginning again, as a pipe cannot be.</summary>
    /// <exception cref="IOException">There is no such file, it is a directory, or a pipe.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static FileStream Open(string path)
    {
        FileStream file = OpenOnce(path);
        if (file.CanSeek)
        {
            return file;
        }

        file.Dispose();
        throw new IOException($"{path} is a pipe, which cannot be read twice. Write it to a file first.");
    }

    /// <summary>A file that is read once; a pipe will do.</summary>
    /// <inheritdoc cref="Open"/>
    public static FileStream OpenOnce(string path)
    {
        if (Directory.Exists(path))
        {
            throw new IOException($"{path} is a directory. Name the files in it.");
        }

        return new FileStream(
            path,
            new FileStreamOptions
            {
                Access = FileAccess.Read,
                Share = FileShare.Read,
                BufferSize = 0,
                Options = FileOptions.Asynchronous | FileOptions.SequentialScan,
            }
        );
    }
}
