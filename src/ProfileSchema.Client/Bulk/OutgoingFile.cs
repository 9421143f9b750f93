using System.Buffers;
using ProfileSchema.Client.Spool;

namespace ProfileSchema.Client.Bulk;

/// <summary>A batch file on its way: its bytes, and what of the source it accounts for.</summary>
internal sealed class OutgoingFile : IDisposable
{
    private readonly BatchFile? _memory;

    public OutgoingFile(int number, BatchFile file)
    {
        _memory = file;
        Number = number;
        Content = file.Content;
        Rows = file.Rows;
        FirstPosition = file.FirstPosition;
        EndPosition = file.EndPosition;
    }

    public OutgoingFile(int number, ReadOnlySequence<byte> content, int rows, long firstPosition, long endPosition)
    {
        Number = number;
        Content = content;
        Rows = rows;
        FirstPosition = firstPosition;
        EndPosition = endPosition;
    }

    /// <summary>The number of the file in the run, counted from 1.</summary>
    public int Number { get; }

    public ReadOnlySequence<byte> Content { get; }

    public int Rows { get; }

    public long FirstPosition { get; }

    public long EndPosition { get; }

    /// <summary>Whether it holds a key that a file before it holds too, so that it must not be under way together with one (BULK-7).</summary>
    public bool RepeatsKeys { get; set; }

    /// <summary>What the spool knows of it from an earlier run.</summary>
    public SpooledFile? Known { get; set; }

    public void Dispose() => _memory?.Dispose();
}

/// <summary>A file whose turn is to come, and its place in the books.</summary>
internal readonly record struct FileToSend(OutgoingFile File, SentFile Sent);
