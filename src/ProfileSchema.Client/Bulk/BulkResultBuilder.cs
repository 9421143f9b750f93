namespace ProfileSchema.Client.Bulk;

/// <summary>Builds the result of a run, in which every profile that was read is accounted for once, however the run ended.</summary>
internal static class BulkResultBuilder
{
    /// <param name="source">The source, of which nothing is read any more.</param>
    /// <param name="uploads">The files that were made of it, of which none is under way any more.</param>
    public static BulkResult Build(IFileSource source, IReadOnlyList<UploadFile> uploads)
    {
        SourceCounts counts = source.Counts;
        BulkFileResult[] files = [.. uploads.Select(file => file.ToResult())];
        long declined = Rows(files, BatchOutcome.Declined);
        long unconfirmed = Rows(files, BatchOutcome.Unconfirmed);
        long accepted = Rows(files, BatchOutcome.Accepted);
        return new BulkResult
        {
            Read = counts.Read,
            Rejected = counts.Rejected,
            Empty = counts.Empty,
            Merged = counts.Merged,
            Duplicates = counts.Duplicates,
            NotSent = counts.Rows - declined - unconfirmed - accepted,
            Declined = declined,
            Unconfirmed = unconfirmed,
            Accepted = accepted,
            Updated = files.Sum(file => file.Updated),
            NotFound = files.Sum(file => file.NotFound),
            Failed = files.Sum(file => file.Failed),
            StatusUnknown = files.Sum(file => file.StatusUnknown),
            Files = files,
            Rejections = [.. source.Rejections],
        };
    }

    private static long Rows(BulkFileResult[] files, BatchOutcome outcome) =>
        files.Where(file => file.Outcome == outcome).Sum(file => (long)file.Rows);
}
