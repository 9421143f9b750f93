using System.Globalization;

namespace ProfileSchema;

/// <summary>Options of a <see cref="BatchFileWriter{T}"/>. The defaults are the limits of the Bulk Profile Update API.</summary>
/// <remarks>The writer validates and copies them when it is created; later changes have no effect on it.</remarks>
public sealed class BatchFileOptions
{
    /// <summary>Gets or sets the maximum number of rows in a file, from 1 to 500,000. The default is 500,000 (BATCH-5).</summary>
    public int MaxRows { get; set; } = ProfileLimits.BatchRows;

    /// <summary>
    /// Gets or sets the size in bytes that a file, header included, stays below: more than 64,000 and at most 50,000,000. The default is
    /// 50,000,000 (BATCH-4).
    /// </summary>
    /// <remarks>The header and a row of 64,000 bytes must fit.</remarks>
    public int MaxBytes { get; set; } = ProfileLimits.BatchBytes;

    /// <summary>
    /// Gets or sets how many rows are kept in memory so that later profiles with the same key can be merged into them. The default is 0:
    /// nothing is merged.
    /// </summary>
    /// <remarks>
    /// Rows are merged parameter by parameter: a value that is not empty replaces the earlier one (BATCH-7, VALUE-4). Each row takes up to
    /// 64,000 bytes.
    /// </remarks>
    public int MergeWindow { get; set; }

    /// <exception cref="ArgumentException">An option is out of range, or the header and a row do not fit.</exception>
    internal void Validate(string contract, int headerLength, string parameter)
    {
        Check(
            MaxRows is >= 1 and <= ProfileLimits.BatchRows,
            $"MaxRows must be between 1 and {ProfileLimits.BatchRows:N0}."
        );
        Check(
            MaxBytes is > ProfileLimits.ProfileBytes and <= ProfileLimits.BatchBytes,
            $"MaxBytes must be more than {ProfileLimits.ProfileBytes:N0} and at most {ProfileLimits.BatchBytes:N0}."
        );
        Check(MergeWindow >= 0, $"MergeWindow must not be negative. Set it to 0 to merge nothing.");
        Check(
            MaxBytes > headerLength + ProfileLimits.ProfileBytes,
            $"MaxBytes ({MaxBytes:N0}) is too small for the header of {contract} ({headerLength:N0} bytes) and a row of {ProfileLimits.ProfileBytes:N0} bytes. Raise MaxBytes."
        );

        void Check(bool isValid, FormattableString message)
        {
            if (!isValid)
            {
                throw new ArgumentException(message.ToString(CultureInfo.InvariantCulture), parameter);
            }
        }
    }
}
