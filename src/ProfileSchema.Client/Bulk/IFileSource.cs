namespace ProfileSchema.Client.Bulk;

/// <summary>Where the files of a run come from.</summary>
internal interface IFileSource : IDisposable
{
    /// <summary>How many profiles there are in all; null as long as that isn't known.</summary>
    long? Total { get; }

    /// <summary>What was counted so far; may be asked while files are made.</summary>
    SourceCounts Counts { get; }

    /// <summary>The first rows that were rejected. Complete once the files are.</summary>
    IReadOnlyList<RejectedProfile> Rejections => [];

    /// <summary>Makes the files, in order. Whoever reads them disposes of them.</summary>
    IAsyncEnumerable<BatchFile> ReadFilesAsync(CancellationToken cancellationToken);

    /// <summary>Remembers the keys of a file. Called once for each, in order, perhaps while the next file is made.</summary>
    /// <returns>Whether one of them is, or may be, in a file before it.</returns>
    bool AddKeys(BatchFile file);
}

/// <summary>What became of the profiles of a source before anything was sent.</summary>
internal sealed record SourceCounts(long Read, long Rejected = 0, long Empty = 0, long Merged = 0, long Duplicates = 0)
{
    /// <summary>Rows to be sent, also those that are in no file yet.</summary>
    public long Rows => Read - Rejected - Empty - Merged;
}
