namespace ProfileSchema;

/// <summary>Counts the findings of a file and hands them to whoever wants them.</summary>
internal sealed class BatchFindings(Action<BatchFinding>? onFinding)
{
    public long Errors { get; private set; }

    public long Warnings { get; private set; }

    public void Error(long line, int index, string clause, string message)
    {
        Errors++;
        onFinding?.Invoke(new BatchFinding(line, index + 1, clause, BatchFindingSeverity.Error, message));
    }

    public void Warn(long line, int index, string clause, string message)
    {
        Warnings++;
        onFinding?.Invoke(new BatchFinding(line, index + 1, clause, BatchFindingSeverity.Warning, message));
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
}
