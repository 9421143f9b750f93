namespace ProfileSchema.Client.Bulk;

/// <summary>Where the files of a run come from.</summary>
internal interface IFileSource : IDisposable
{
    /// <summary>How many profiles there are in all; null as long as nobody knows.</summary>
    long? Total { get; }

    /// <summary>What was counted so far; may be asked while files are made.</summary>
    SourceCounts Counts { get; }

    /// <summary>Makes the files, in order, as fast as they are taken.</summary>
    Task MakeFilesAsync(FileSink files, CancellationToken cancellationToken);
}

/// <summary>What became of the profiles of a source before anything was sent.</summary>
internal sealed record SourceCounts(long Read, long Rejected = 0, long Empty = 0, long Merged = 0, long Duplicates = 0)
{
    /// <summary>Rows to be sent, also those that are in no file yet.</summary>
    public long Rows => Read - Rejected - Empty - Merged;
}
