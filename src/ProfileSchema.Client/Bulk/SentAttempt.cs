namespace ProfileSchema.Client.Bulk;

/// <summary>An attempt to send a file, from its beginning on.</summary>
internal sealed class SentAttempt(DateTimeOffset startedAt, BatchFileContent content)
{
    /// <summary>Null after the attempt: an attempt is kept until the end of the run, the bytes of its file must not be.</summary>
    private BatchFileContent? _content = content;
    private bool _isWhole;
    private DateTimeOffset? _endedAt;
    private BatchUploadReply? _reply;

    public DateTimeOffset StartedAt => startedAt;

    /// <summary>Without an answer it depends on whether the whole file was handed over (BULK-7).</summary>
    public BatchOutcome Outcome =>
        _reply?.Outcome ?? (_content?.IsWhole ?? _isWhole ? BatchOutcome.Unconfirmed : BatchOutcome.NotSent);

    public void End(DateTimeOffset at, BatchUploadReply? reply)
    {
        _endedAt = at;
        _reply = reply;
        _isWhole = _content?.IsWhole ?? _isWhole;
        _content = null;
    }

    public BulkAttempt ToResult() =>
        new()
        {
            StartedAt = startedAt,
            EndedAt = _endedAt,
            Outcome = Outcome,
            StatusCode = _reply?.StatusCode,
        };
}
