namespace ProfileSchema.Client.Bulk;

/// <summary>Keeps the books of a run: every profile that was read is accounted for once, however the run ends.</summary>
internal sealed class BulkBooks(Action<RejectedProfile>? onRejected)
{
    private const int MaxRejectionsKept = 1_000;

    private readonly Lock _gate = new();
    private readonly List<SentFile> _files = [];
    private readonly List<RejectedProfile> _rejections = [];

    public void Add(SentFile file)
    {
        lock (_gate)
        {
            _files.Add(file);
        }
    }

    public void Reject(RejectedProfile rejected)
    {
        if (_rejections.Count < MaxRejectionsKept)
        {
            _rejections.Add(rejected);
        }

        onRejected?.Invoke(rejected);
    }

    /// <summary>Closes the books, once nothing is read or sent any more.</summary>
    public BulkResult Close(SourceCounts source)
    {
        BulkFileResult[] files = [.. _files.OrderBy(file => file.Number).Select(file => file.ToResult())];
        long declined = Rows(files, BatchOutcome.Declined);
        long unconfirmed = Rows(files, BatchOutcome.Unconfirmed);
        long accepted = Rows(files, BatchOutcome.Accepted);
        return new BulkResult
        {
            Read = source.Read,
            Rejected = source.Rejected,
            Empty = source.Empty,
            Merged = source.Merged,
            Duplicates = source.Duplicates,
            NotSent = source.Rows - declined - unconfirmed - accepted,
            Declined = declined,
            Unconfirmed = unconfirmed,
            Accepted = accepted,
            Updated = files.Sum(file => file.Updated),
            NotFound = files.Sum(file => file.NotFound),
            Failed = files.Sum(file => file.Failed),
            StatusUnknown = files.Sum(file => file.StatusUnknown),
            Files = files,
            Rejections = [.. _rejections],
        };
    }

    private static long Rows(BulkFileResult[] files, BatchOutcome outcome) =>
        files.Where(file => file.Outcome == outcome).Sum(file => (long)file.Rows);
}
