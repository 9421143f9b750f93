namespace ProfileSchema.Client;

/// <summary>Keeps the books of a run: every profile that was read is accounted for once, at any moment.</summary>
internal sealed class BulkBooks(Action<RejectedProfile>? onRejected)
{
    private const int MaxRejectionsKept = 1_000;

    private readonly List<SentFile> _files = [];
    private readonly List<RejectedProfile> _rejections = [];

    public int Files => _files.Count;

    public void Add(SentFile file) => _files.Add(file);

    /// <summary>Takes back the file that was added last, because it was not sent after all.</summary>
    public void RemoveLast() => _files.RemoveAt(_files.Count - 1);

    public void Reject(RejectedProfile rejected)
    {
        if (_rejections.Count < MaxRejectionsKept)
        {
            _rejections.Add(rejected);
        }

        onRejected?.Invoke(rejected);
    }

    public BulkResult Close<T>(BatchFileWriter<T> writer)
    {
        BulkFileResult[] files = [.. _files.Select(file => file.ToResult())];
        long refused = Rows(files, BatchOutcome.Refused);
        long unconfirmed = Rows(files, BatchOutcome.Unconfirmed);
        long accepted = Rows(files, BatchOutcome.Accepted);
        return new BulkResult
        {
            Read = writer.Read,
            Rejected = writer.Rejected,
            Empty = writer.Empty,
            Unsent = writer.Written - refused - unconfirmed - accepted,
            Refused = refused,
            Unconfirmed = unconfirmed,
            Accepted = accepted,
            Updated = files.Sum(file => file.Updated),
            NotFound = files.Sum(file => file.NotFound),
            Failed = files.Sum(file => file.Failed),
            FateUnknown = files.Sum(file => file.FateUnknown),
            Files = files,
            Rejections = [.. _rejections],
        };
    }

    private static long Rows(BulkFileResult[] files, BatchOutcome outcome) =>
        files.Where(file => file.Outcome == outcome).Sum(file => (long)file.Rows);
}
