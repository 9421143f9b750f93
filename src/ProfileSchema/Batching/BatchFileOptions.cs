namespace ProfileSchema;

/// <summary>How large the files of a <see cref="BatchFileWriter{T}"/> may grow. The defaults are the limits of the API.</summary>
public sealed class BatchFileOptions
{
    private readonly int _maxRows = ProfileLimits.BatchRows;
    private readonly int _maxBytes = ProfileLimits.BatchBytes;

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
}
