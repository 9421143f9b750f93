using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace ProfileSchema.Client.Spool;

/// <summary>The journal of a spool: a line an entry, each with its checksum, flushed to the disk before anything relies on it.</summary>
internal sealed class SpoolJournal : IDisposable
{
    private readonly Lock _gate = new();
    private readonly FileStream _stream;

    private SpoolJournal(FileStream stream) => _stream = stream;

    /// <summary>Opens the journal and reads what it holds.</summary>
    /// <remarks>
    /// The last line may have been cut off by the end of a process, or torn by that of the power, which can spare its end: it never
    /// counted, and is cut away. Any other line that does not fit its checksum is damage.
    /// </remarks>
    /// <exception cref="BulkSpoolException">The journal is damaged, or cannot be opened.</exception>
    public static (SpoolJournal Journal, List<SpoolEntry> Entries) Open(string path)
    {
        FileStream? stream = null;
        try
        {
            stream = SpoolFiles.Open(path, FileMode.OpenOrCreate);
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            var entries = new List<SpoolEntry>();
            int start = 0;
            int end;
            while ((end = bytes.AsSpan(start).IndexOf((byte)'\n')) >= 0)
            {
                ReadOnlySpan<byte> line = bytes.AsSpan(start, end);
                int next = start + end + 1;
                if (IsSound(line))
                {
                    SpoolEntry entry = Parse(line);
                    if (entries.Count == 0 && entry.Format != SpoolEntry.PresentFormat)
                    {
                        throw OfAnotherFormat();
                    }

                    entries.Add(entry);
                }
                else if (next == bytes.Length && entries.Count > 0)
                {
                    // Not the first line: it fits into a sector, which is written whole or not at all.
                    break;
                }
                else
                {
                    throw Damaged();
                }

                start = next;
            }

            stream.SetLength(start);
            stream.Position = start;
            return (new SpoolJournal(stream), entries);
        }
        catch (Exception exception) when (SpoolFiles.IsOfSystem(exception))
        {
            stream?.Dispose();
            throw SpoolFiles.NotUsable(exception);
        }
        catch
        {
            stream?.Dispose();
            throw;
        }
    }

    /// <exception cref="BulkSpoolException">The line could not be written.</exception>
    public void Append(SpoolEntry entry)
    {
        string json = JsonSerializer.Serialize(entry, SpoolJsonContext.Default.SpoolEntry);
        byte[] line = Encoding.UTF8.GetBytes($"{Checksum(Encoding.UTF8.GetBytes(json))} {json}\n");
        lock (_gate)
        {
            long start = _stream.Position;
            try
            {
                _stream.Write(line);
                _stream.Flush(flushToDisk: true);
            }
            catch (IOException exception)
            {
                CutBack(start);
                throw SpoolFiles.NotWritten(exception);
            }
        }
    }

    public void Dispose() => _stream.Dispose();

    private static bool IsSound(ReadOnlySpan<byte> line)
    {
        int space = line.IndexOf((byte)' ');
        return space > 0 && Encoding.ASCII.GetString(line[..space]) == Checksum(line[(space + 1)..]);
    }

    private static SpoolEntry Parse(ReadOnlySpan<byte> line)
    {
        try
        {
            ReadOnlySpan<byte> json = line[(line.IndexOf((byte)' ') + 1)..];
            return JsonSerializer.Deserialize(json, SpoolJsonContext.Default.SpoolEntry) is { IsWhole: true } entry
                ? entry
                : throw Damaged();
        }
        catch (JsonException)
        {
            // Sound, and yet not of this version.
            throw Damaged();
        }
    }

    private static BulkSpoolException Damaged() =>
        new(
            "The journal in the directory of BulkOptions.SpoolDirectory is damaged. Nothing was sent or deleted; look at what wrote to it, "
                + "and begin with an empty directory."
        );

    private static BulkSpoolException OfAnotherFormat() =>
        new(
            "The journal in the directory of BulkOptions.SpoolDirectory was written by another version of ProfileSchema.Client. "
                + "Nothing was sent or deleted. Finish that run with the version that began it, or use an empty directory."
        );

    private static string Checksum(ReadOnlySpan<byte> json) => Convert.ToHexString(SHA256.HashData(json).AsSpan(0, 8));

    /// <summary>Half a line must not stand before the next one. Where even that fails, the next start finds the damage.</summary>
    private void CutBack(long length)
    {
        try
        {
            _stream.SetLength(length);
            _stream.Position = length;
        }
        catch (IOException)
        {
            // The error that led here is the one to report.
        }
    }
}
