namespace ProfileSchema;

/// <summary>How large the files of a <see cref="BatchFileWriter{T}"/> may grow. The defaults are the limits of the API.</summary>
public sealed class BatchFileOptions
{
    private readonly int _maxRows = ProfileLimits.BatchRows;
    private readonly int _maxBytes = ProfileLimits.BatchBytes;
    private readonly int _mergeWindow;

    /// <summary>Rows of a file, 1 to 500,000, which is the default (BATCH-5).</summary>
    /// <exception cref="ArgumentOutOfRangeException">Set to less or more.</exception>
    public int MaxRows
    {
        get => _maxRows;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, ProfileLimits.BatchRows);
            _maxRows = value;
        }
    }

    /// <summary>
    /// A file stays smaller than this many bytes, header included; at most 50,000,000, which is the default (BATCH-4).
    /// The header and a row of 64,000 bytes must fit, which is checked where the header is known.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Set to 64,000 or less, or to more than 50,000,000.</exception>
    public int MaxBytes
    {
        get => _maxBytes;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(value, ProfileLimits.ProfileBytes);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, ProfileLimits.BatchBytes);
            _maxBytes = value;
        }
    }

    /// <summary>
    /// How many rows wait for further profiles of their keys before they go into a file, 0 by default. A profile whose key is
    /// among them becomes part of the row that waits: parameter by parameter, a value that is not empty replaces the earlier one
    /// (BATCH-7, VALUE-4). As many rows, of at most 64,000 bytes each, are kept in memory.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Set to a negative number.</exception>
    public int MergeWindow
    {
        get => _mergeWindow;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            _mergeWindow = value;
        }
    }
}
