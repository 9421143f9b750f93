using System.Buffers;
using System.Text;

namespace ProfileSchema;

/// <summary>Counts the findings of a file and reports them to the caller.</summary>
internal sealed class BatchFindings(BatchLines lines, Action<BatchFinding>? onFinding)
{
    // A line can have many findings with increasing columns, so counting continues from the previous one.
    private long _countedLine;
    private int _countedBytes;
    private int _countedUnits;

    public long Errors { get; private set; }

    public long Warnings { get; private set; }

    public void Error(long line, int index, string rule, string message)
    {
        Errors++;
        Tell(line, index, rule, BatchFindingSeverity.Error, message);
    }

    public void Warn(long line, int index, string rule, string message)
    {
        Warnings++;
        Tell(line, index, rule, BatchFindingSeverity.Warning, message);
    }

    /// <summary>Reports what is wrong with the encoding of a name or a value.</summary>
    public void Judge(EncodedCell cell, long line, int start)
    {
        int index = start + cell.FaultIndex;
        switch (cell.Fault)
        {
            case CellFault.BrokenUtf8:
                Error(
                    line,
                    index,
                    "URL-1",
                    "The bytes aren't valid UTF-8. Export the data as UTF-8 and encode it again."
                );
                break;
            case CellFault.BrokenEscape:
                Error(
                    line,
                    index,
                    "URL-1",
                    "A % isn't followed by two hexadecimal digits. Encode a % in a value as %25."
                );
                break;
            case CellFault.RawByte:
                Error(
                    line,
                    index,
                    "URL-2",
                    "A character other than A-Z a-z 0-9 - . _ ~ isn't encoded. Encode its UTF-8 bytes as %XX."
                );
                break;
            case CellFault.RawPlus:
                Error(
                    line,
                    index,
                    "URL-2",
                    "A + isn't encoded and can be read as a space. Encode a plus as %2B and a space as %20."
                );
                break;
            case CellFault.OddEscape:
                Warn(
                    line,
                    index,
                    "URL-2",
                    "An escape has lowercase digits or encodes a character that needs no escape. It can be read; use the usual form."
                );
                break;
            case CellFault.None:
            default:
                break;
        }
    }

    private void Tell(long line, int index, string rule, BatchFindingSeverity severity, string message) =>
        onFinding?.Invoke(
            new BatchFinding(line, index + 1, rule, severity, message) { Utf16Column = CountUnits(line, index) + 1 }
        );

    /// <summary>The UTF-16 units before a byte of the present line.</summary>
    private int CountUnits(long line, int index)
    {
        // What is found before or beyond the bytes of the line, as in an empty file, is at its beginning or its end.
        ReadOnlySpan<byte> bytes = index == 0 || line != lines.Number ? [] : lines.Current;
        index = Math.Min(index, bytes.Length);

        // An editor shows the finding at the beginning of the character.
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
