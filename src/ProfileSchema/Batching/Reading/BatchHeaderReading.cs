namespace ProfileSchema;

/// <summary>Reads and validates the first line of a batch file (BATCH-1, NAME-1 to NAME-3).</summary>
internal sealed class BatchHeaderReading(BatchFindings findings, EncodedCell cell)
{
    private static readonly byte[] Start = [.. "batch="u8];

    private readonly List<string?> _names = [];
    private readonly List<string> _systemNames = [];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    /// <returns>The header, or null if the file is recognisably something else.</returns>
    public BatchHeader? Read(ReadOnlySpan<byte> line)
    {
        bool hasStart = line.StartsWith(Start);
        int begin = hasStart ? Start.Length : 0;
        if (!hasStart)
        {
            findings.Error(1, 0, "BATCH-1", "The file doesn't begin with batch=. Write these six bytes first.");
        }

        int end = EndOf(line, begin);
        ProfileKeyKind? keyKind =
            line[begin..end].SequenceEqual("thirdPartyId"u8) ? ProfileKeyKind.ThirdPartyId
            : line[begin..end].SequenceEqual("pcId"u8) ? ProfileKeyKind.PcId
            : null;
        if (keyKind is null && !hasStart)
        {
            return null;
        }

        if (keyKind is null)
        {
            findings.Error(
                1,
                begin,
                "BATCH-1",
                "The first name is neither thirdPartyId nor pcId. Use one of them for the key."
            );
        }

        ReadNames(line, end);
        return new BatchHeader
        {
            KeyKind = keyKind,
            Names = _names,
            SystemNames = _systemNames,
        };
    }

    private void ReadNames(ReadOnlySpan<byte> line, int end)
    {
        if (end == line.Length)
        {
            findings.Error(
                1,
                end,
                "BATCH-1",
                "The header has no parameter names, so no row can set a value. Add them."
            );
        }

        while (end < line.Length)
        {
            int begin = end + 1;
            end = EndOf(line, begin);
            cell.Read(line[begin..end]);
            findings.Judge(cell, 1, begin);
            string? name = cell.IsText ? cell.GetText() : null;
            _names.Add(name);
            if (name is not null)
            {
                JudgeName(name, begin);
            }
        }
    }

    private void JudgeName(string name, int begin)
    {
        if (name.Length == 0)
        {
            findings.Error(1, begin, "NAME-2", "A parameter name is empty. Name the parameter or remove the column.");
            return;
        }

        if (name.Length > ProfileLimits.NameLength)
        {
            findings.Error(1, begin, "NAME-2", "A parameter name has more than 128 characters. Shorten it.");
        }

        if (name.StartsWith("profile.", StringComparison.Ordinal))
        {
            findings.Error(
                1,
                begin,
                "NAME-1",
                "A parameter name begins with profile., which Target adds itself. Remove the prefix."
            );
        }

        if (SystemNames.OwnerOf(name) is { } owner)
        {
            _systemNames.Add(name);
            findings.Warn(1, begin, "NAME-3", $"A parameter name is reserved for {owner}. Use another name.");
        }
        else if (SystemNames.Unaddressable(name) is not null)
        {
            findings.Warn(
                1,
                begin,
                "NAME-2",
                "A parameter name contains characters other than A-Z a-z 0-9 . _ -, which audiences and profile scripts might not match."
            );
        }

        if (!_seen.Add(name))
        {
            findings.Error(1, begin, "BATCH-1", "Two columns have the same parameter name. Keep one of them.");
        }
    }

    private static int EndOf(ReadOnlySpan<byte> line, int begin)
    {
        int comma = line[begin..].IndexOf((byte)',');
        return comma < 0 ? line.Length : begin + comma;
    }
}
