using System.Globalization;

namespace ProfileSchema;

/// <summary>Reads and validates the rows of a batch file, one at a time.</summary>
internal sealed class BatchRowReading(BatchFindings findings, EncodedCell cell, BatchKeys keys)
{
    private char[] _key = new char[ProfileLimits.KeyLength];
    private int[] _ends = new int[64];
    private int _cells;

    public long Rows { get; private set; }

    public long EmptyRows { get; private set; }

    public long DistinctKeys { get; private set; }

    public long DuplicateKeys { get; private set; }

    public int LongestValue { get; private set; }

    /// <summary>Gets the end of each field of the current row.</summary>
    public ReadOnlySpan<int> Ends => _ends.AsSpan(0, _cells);

    public void Read(ReadOnlySpan<byte> row, long line, bool isCut, BatchHeader header)
    {
        Rows++;
        FindCells(row);
        if (Rows == ProfileLimits.BatchRows + 1)
        {
            findings.Error(line, 0, "BATCH-5", "This is row 500,001, but the maximum is 500,000. Split the file.");
        }

        // The line end counts (VALUE-6).
        if (row.Length >= ProfileLimits.ProfileBytes)
        {
            findings.Error(line, 0, "VALUE-6", "The row has more than 64,000 bytes. Send fewer or shorter values.");
        }

        if (_cells - 1 > header.Names.Count)
        {
            int surplus = _ends[header.Names.Count] + 1;
            findings.Error(
                line,
                surplus,
                "BATCH-2",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The row has {_cells} fields, but the header has {header.Names.Count + 1}. Encode a comma in a value as %2C."
                )
            );
        }

        ReadKey(row[.._ends[0]], line, header.KeyKind);
        if (isCut)
        {
            // The rest of the row was not read, and the row can't be sent anyway.
            return;
        }

        bool isEmpty = true;
        for (int i = 1; i < _cells; i++)
        {
            int begin = _ends[i - 1] + 1;
            if (_ends[i] > begin)
            {
                isEmpty = false;
                ReadValue(row[begin.._ends[i]], line, begin);
            }
        }

        EmptyRows += isEmpty ? 1 : 0;
    }

    private void FindCells(ReadOnlySpan<byte> row)
    {
        _cells = 0;
        int begin = 0;
        int comma;
        while ((comma = row[begin..].IndexOf((byte)',')) >= 0)
        {
            begin += comma;
            AddEnd(begin++);
        }

        AddEnd(row.Length);
    }

    private void AddEnd(int end)
    {
        if (_cells == _ends.Length)
        {
            Array.Resize(ref _ends, _cells * 2);
        }

        _ends[_cells++] = end;
    }

    private void ReadKey(ReadOnlySpan<byte> encoded, long line, ProfileKeyKind? kind)
    {
        cell.Read(encoded);
        findings.Judge(cell, line, 0);
        if (!cell.IsText)
        {
            return;
        }

        if (_key.Length < cell.Decoded.Length)
        {
            _key = new char[cell.Decoded.Length];
        }

        ReadOnlySpan<char> key = _key.AsSpan(0, cell.CopyText(_key));

        // If the header does not specify the kind of key, only the rules for both kinds apply.
        RejectionReason reason = ProfileKeyRules.CheckForm(kind ?? ProfileKeyKind.PcId, key);
        if (reason is not RejectionReason.None)
        {
            JudgeKey(reason, key, line, kind);
            return;
        }

        if (keys.TryAdd(cell.Decoded))
        {
            DistinctKeys++;
            return;
        }

        DuplicateKeys++;
        findings.Warn(
            line,
            0,
            "BATCH-7",
            "An earlier row has the same key, and one can override the other. Send each key once, with all its values."
        );
    }

    private void JudgeKey(RejectionReason reason, ReadOnlySpan<char> key, long line, ProfileKeyKind? kind)
    {
        (string rule, string message) = reason switch
        {
            RejectionReason.KeyMissing => ("ID-4", "The key is empty or white space. Set the key or remove the row."),
            RejectionReason.KeyTooLong => ("ID-3", "The key has more than 256 characters. Use a shorter ID."),
            RejectionReason.KeyIsPathSegment => (
                "ID-4",
                "The key is . or .., which isn't a usable ID. Use another ID."
            ),
            _ when kind is ProfileKeyKind.ThirdPartyId && key.ContainsAny('+', '/') => (
                "ID-3",
                "The key contains + or /, which a third-party ID must not contain. Use another ID."
            ),
            _ => ("ID-4", "The key contains a control character. Fix the ID in its source."),
        };
        findings.Error(line, 0, rule, message);
    }

    private void ReadValue(ReadOnlySpan<byte> encoded, long line, int begin)
    {
        int characters = encoded.Length;
        if (!EncodedCell.IsPlain(encoded))
        {
            cell.Read(encoded);
            findings.Judge(cell, line, begin);
            characters = cell.IsText ? cell.CountChars() : 0;
        }

        LongestValue = Math.Max(LongestValue, characters);
        if (characters > ProfileLimits.ValueLength)
        {
            findings.Warn(
                line,
                begin,
                "VALUE-2",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The value has {characters} characters. Pages and audiences might support only 256; shorten it."
                )
            );
        }
    }
}
