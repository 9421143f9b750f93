using ProfileSchema.Emulator.Calls;
using ProfileSchema.Emulator.Decoding;

namespace ProfileSchema.Emulator.Batches;

/// <summary>The row that is being applied: its key and its values. One object serves all rows of a batch.</summary>
internal sealed class RowReader(HeaderLine header, ViolationLog violations)
{
    private readonly List<KeyValuePair<string, string>> _values = new(header.Names.Count);

    /// <summary>The key; its value is null if the row failed before it was read.</summary>
    public TargetId Id { get; private set; }

    /// <summary>The values that are not empty.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Values => _values;

    /// <summary>Reads a line without its end. Returns why the row fails, or null.</summary>
    public Refusal? Read(ReadOnlySpan<byte> line, int row)
    {
        _values.Clear();
        Id = default;
        if (line.Length > ServiceLimits.RowBytes)
        {
            return new Refusal("VALUE-6", "The row has more than 64,000 bytes.");
        }

        var flaws = DecodingFlaws.None;
        bool more = true;
        for (int column = 0; more; column++)
        {
            more = Separated.Take(ref line, (byte)',', out ReadOnlySpan<byte> cell);
            if (column > header.Names.Count)
            {
                return new Refusal("BATCH-2", "The row has more fields than the header.");
            }

            DecodedText decoded = PercentDecoder.Decode(cell, PlusReading.Space);
            flaws |= decoded.Flaws;
            if (decoded.Text is null)
            {
                return decoded.Flaws.ToRefusal();
            }

            if (column == 0)
            {
                Id = new TargetId(header.Key, decoded.Text);
            }
            else if (decoded.Text.Length > 0)
            {
                // VALUE-4: an empty cell is no value.
                _values.Add(new KeyValuePair<string, string>(header.Names[column - 1], decoded.Text));
            }
        }

        flaws.Report(violations, row);
        return IdRules.Check(Id);
    }
}
