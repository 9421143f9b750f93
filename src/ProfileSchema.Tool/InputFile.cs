namespace ProfileSchema.Tool;

/// <summary>Files that a command reads from their beginning to their end.</summary>
internal static class InputFile
{
    /// <exception cref="IOException">There is no such file, or it is a directory.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static FileStream Open(string path)
    {
        if (Directory.Exists(path))
        {
            throw new IOException("It is a directory. Name the files in it.");
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
