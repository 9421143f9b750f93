namespace ProfileSchema.Client;

/// <summary>Where the files of a run come from.</summary>
internal interface IFileSource : IDisposable
{
    /// <summary>What was counted so far; may be asked while files are made.</summary>
    SourceCounts Counts { get; }

    /// <summary>Makes the files, in order, as fast as they are taken.</summary>
    Task MakeFilesAsync(FileSink files, CancellationToken cancellationToken);
}

/// <summary>What became of the profiles of a source before anything was sent.</summary>
internal sealed record SourceCounts(long Read, long Rejected, long Empty, long Written, long Duplicates);
