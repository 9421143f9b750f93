using System.Globalization;
using System.Text.Unicode;

namespace ProfileSchema.Tool.Split;

/// <summary>
/// The batch files of one split: they appear under their names when all are complete, or not at all. They hold personal data,
/// so only their owner can read them, where the system knows owners by a mode.
/// </summary>
internal sealed class BatchDirectory(string directory, string stem) : IDisposable
{
    private const string Unfinished = ".unfinished";

    /// <summary>File systems take names of 255 bytes. The rest is for the number and the endings.</summary>
    private const int MaxStemBytes = 220;

    private readonly string _stem = Shorten(stem);
    private readonly List<string> _paths = [];
    private bool _isFinished;

    /// <summary>Opens the next file.</summary>
    /// <exception cref="IOException">A file of the name is there already.</exception>
    public FileStream Create()
    {
        Directory.CreateDirectory(directory);
        string path = Path.Combine(
            directory,
            string.Create(CultureInfo.InvariantCulture, $"{_stem}-{_paths.Count + 1:D4}.batch")
        );
        if (File.Exists(path))
        {
            throw new IOException($"{path} is there already, and is not written over. Name another --output.");
        }

        FileStream file = CreateUnfinished(path + Unfinished);
        _paths.Add(path);
        return file;
    }

    /// <summary>The path of a file under its final name.</summary>
    public string PathOf(int index) => _paths[index];

    /// <summary>Gives all files their names.</summary>
    public void Finish()
    {
        foreach (string path in _paths)
        {
            File.Move(path + Unfinished, path);
        }

        _isFinished = true;
    }

    public void Dispose()
    {
        if (_isFinished)
        {
            return;
        }

        foreach (string path in _paths)
        {
            File.Delete(path + Unfinished);
        }
    }

    private static string Shorten(string name)
    {
        Span<byte> bytes = stackalloc byte[MaxStemBytes];
        Utf8.FromUtf16(name, bytes, out int length, out _);
        return name[..length];
    }

    private static FileStream CreateUnfinished(string path)
    {
        try
        {
            return PrivateFile.Create(path);
        }
        catch (IOException exception) when (File.Exists(path) || new FileInfo(path).LinkTarget is not null)
        {
            throw new IOException(
                $"{path} is there already: of a split that was cut off, or somebody else's. Take it away, or name another --output.",
                exception
            );
        }
    }
}
