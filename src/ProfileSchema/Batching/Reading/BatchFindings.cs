using System.Buffers;
using System.Text;

namespace ProfileSchema;

/// <summary>Counts the findings of a file and hands them to whoever wants them.</summary>
internal sealed class BatchFindings(BatchLines lines, Action<BatchFinding>? onFinding)
{
    // A line may have many findings, whose columns mostly rise: each is counted on from the one before.
    private long _countedLine;
    private int _countedBytes;
    private int _countedUnits;

    public long Errors { get; private set; }

    public long Warnings { get; private set; }

    public void Error(long line, int index, string clause, string message)
    {
        Errors++;
        Tell(line, index, clause, BatchFindingSeverity.Error, message);
    }

    public void Warn(long line, int index, string clause, string message)
    {
        Warnings++;
        Tell(line, index, clause, BatchFindingSeverity.Warning, message);
    }

    /// <summary>Says what is wrong with the encoding of a name or a value; nothing, if nothing is.</summary>
    public void Judge(EncodedCell cell, long line, int start)
    {
        int index = start + cell.FaultIndex;
        switch (cell.Fault)
        {
            case CellFault.BrokenUtf8:
                Error(line, index, "URL-1", "The bytes are not UTF-8. Export the data as UTF-8 and encode it again.");
                break;
            case CellFault.BrokenEscape:
                Error(line, index, "URL-1", "A % is not followed by two hex digits. Write a % of the data as %25.");
                break;
            case CellFault.RawByte:
                Error(
                    line,
                    index,
                    "URL-2",
                    "A byte outside A-Z a-z 0-9 - . _ ~ stands as it is. Write it as %XX of its UTF-8."
                );
                break;
            case CellFault.RawPlus:
                Error(
                    line,
                    index,
                    "URL-2",
                    "A + stands as it is, which may be read as a space. Write %2B for a plus, %20 for a space."
                );
                break;
            case CellFault.OddEscape:
                Warn(
                    line,
                    index,
                    "URL-2",
                    "An escape has lower-case digits, or stands for a byte that needs none. It is read; write it the usual way."
                );
                break;
            case CellFault.None:
            default:
                break;
        }
    }

    private void Tell(long line, int index, string clause, BatchFindingSeverity severity, string message) =>
        onFinding?.Invoke(
            new BatchFinding(line, index + 1, clause, severity, message) { Utf16Column = CountUnits(line, index) + 1 }
        );

    /// <summary>The UTF-16 units before a byte of the present line.</summary>
    private int CountUnits(long line, int index)
    {
        // What is found before or beyond the bytes of the line, as in an empty file, is at its beginning or its end.
        ReadOnlySpan<byte> bytes = index == 0 || line != lines.Number ? [] : lines.Current;
        index = Math.Min(index, bytes.Length);

        // Not within a character, whose beginning is where it is shown.
        while (index > 0 && index < bytes.Length && (bytes[index] & 0xC0) == 0x80 && IsInCharacter(bytes, index))
        {
            index--;
        }

        if (line != _countedLine || index < _countedBytes)
        {
            (_countedLine, _countedBytes, _countedUnits) = (line, 0, 0);
        }

        _countedUnits += Encoding.UTF8.GetCharCount(bytes[_countedBytes..index]);
        _countedBytes = index;
        return _countedUnits;
    }

    /// <summary>Whether the continuation byte at a place belongs to a whole character that begins before it.</summary>
    private static bool IsInCharacter(ReadOnlySpan<byte> bytes, int index)
    {
        for (int start = index - 1; start >= Math.Max(0, index - 3); start--)
        {
            if ((bytes[start] & 0xC0) != 0x80)
            {
                return Rune.DecodeFromUtf8(bytes[start..], out _, out int length) is OperationStatus.Done
                    && start + length > index;
            }
        }

        return false;
    }
}
