namespace ProfileSchema;

/// <summary>Takes profiles and gives batch files, each within the limits of the API (BATCH-1 to BATCH-6).</summary>
/// <typeparam name="T">The type whose values are sent.</typeparam>
/// <remarks>
/// <para>
/// Each profile becomes a row of the present file, or is counted as empty (it has no value, so it would change nothing),
/// or is rejected with a reason. When a row does not fit, the file before it is finished and given back. With a
/// <see cref="BatchFileOptions.MergeWindow"/> rows wait for others of their key first. At any time
/// <c>Read = Written + Pending + Merged + Empty + Rejected</c>. An instance is used by one thread at a time.
/// </para>
/// <code>
/// using var writer = new BatchFileWriter&lt;Member&gt;(ProfileContract.Of&lt;Member&gt;(), onRejected: Report);
/// foreach (Member member in members)
/// {
///     using BatchFile? full = writer.Add(member);
///     …
/// }
///
/// while (writer.Complete() is { } last)
/// {
///     using (last) { … }
/// }
/// </code>
/// </remarks>
public sealed partial class BatchFileWriter<T> : IDisposable
{
    private readonly ProfileContract<T> _contract;
    private readonly int _maxRows;
    private readonly int _maxBytes;
    private readonly Action<RejectedProfile>? _onRejected;
    private readonly BatchRowFilter? _isFirst;
    private readonly MergeWindow? _window;
    private readonly SegmentPool _segments = SegmentPool.Shared;
    private SegmentedBuffer _content;
    private int _rows;
    private long _taken;
    private long _firstPosition;
    private bool _isCompleted;
    private bool _isDisposed;

    /// <summary>Starts with no file; the first row begins one.</summary>
    /// <param name="contract">What is sent of a profile; <see cref="ProfileContract.Of{T}"/> finds the generated one.</param>
    /// <param name="options">How large files may grow; by default as large as the API takes them.</param>
    /// <param name="onRejected">Is told of every profile that breaks a rule, in order, while it is added.</param>
    /// <param name="isFirst">
    /// Sees the bytes of each row before it becomes part of a file, or of a row that waits, and says whether it is the first of its key; one that is not
    /// is rejected (<see cref="RejectionReason.KeyRepeated"/>). Null lets every row in.
    /// </param>
    /// <exception cref="ArgumentException">An option is out of range, or the header and a row do not fit into <see cref="BatchFileOptions.MaxBytes"/>.</exception>
    public BatchFileWriter(
        ProfileContract<T> contract,
        BatchFileOptions? options = null,
        Action<RejectedProfile>? onRejected = null,
        BatchRowFilter? isFirst = null
    )
    {
        ArgumentNullException.ThrowIfNull(contract);
        _contract = contract;
        options ??= new BatchFileOptions();
        options.Validate(contract.Name, contract.BatchHeader.Length, nameof(options));
        _maxRows = options.MaxRows;
        _maxBytes = options.MaxBytes;
        _onRejected = onRejected;
        _isFirst = isFirst;
        _window = options.MergeWindow > 0 ? new MergeWindow(options.MergeWindow) : null;
        _content = new SegmentedBuffer(_segments);
    }

    /// <summary>Profiles added so far.</summary>
    public long Read => _taken + Empty + Rejected;

    /// <summary>Profiles that became a row of a file, the present one included.</summary>
    public long Written { get; private set; }

    /// <summary>Rows that wait for others of their key (<see cref="BatchFileOptions.MergeWindow"/>).</summary>
    public long Pending => _window?.Count ?? 0;

    /// <summary>Profiles that became part of the row of an earlier one.</summary>
    public long Merged { get; private set; }

    /// <summary>Profiles without any value, which would change nothing (BATCH-6).</summary>
    public long Empty { get; private set; }

    /// <summary>Profiles that break a rule.</summary>
    public long Rejected { get; private set; }

    /// <summary>Adds a profile to the present file.</summary>
    /// <param name="profile">The profile. One that breaks a rule is reported and left out; null is such a profile.</param>
    /// <returns>The file before, if a row did not fit into it: the caller's to send and to dispose. Otherwise null.</returns>
    /// <exception cref="InvalidOperationException">The writer was completed.</exception>
    /// <exception cref="ObjectDisposedException">The writer was disposed.</exception>
    public BatchFile? Add(T profile)
    {
        ProfileWriter writer = BeginRows();
        BatchFile? full = Add(ref writer, in profile);
        writer.Flush();
        return full;
    }

    /// <summary>Adds profiles until a row does not fit into the present file: faster than one by one, with the same result.</summary>
    /// <param name="profiles">Stands before the next profile, and afterwards on the last that was added.</param>
    /// <param name="cancellationToken">Ends the adding between two profiles. Those before stay added.</param>
    /// <returns>
    /// The file before, the caller's to send and to dispose; call again for the rest. Null if there is no profile any more:
    /// <see cref="Complete"/> gives the last file.
    /// </returns>
    /// <exception cref="InvalidOperationException">The writer was completed.</exception>
    /// <exception cref="ObjectDisposedException">The writer was disposed.</exception>
    /// <exception cref="OperationCanceledException">The adding was cancelled.</exception>
    public BatchFile? AddUntilFull(IEnumerator<T> profiles, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(profiles);
        ProfileWriter writer = BeginRows();
        try
        {
            while (true)
            {
                // Before a profile is taken, not after: a source that gives each one once, such as a queue, would lose it.
                cancellationToken.ThrowIfCancellationRequested();
                if (!profiles.MoveNext())
                {
                    return null;
                }

                if (Add(ref writer, profiles.Current) is { } full)
                {
                    return full;
                }
            }
        }
        finally
        {
            writer.Flush();
        }
    }

    /// <summary>
    /// Finishes the last file. Where rows wait (<see cref="BatchFileOptions.MergeWindow"/>) these may be several: call it until
    /// it gives null.
    /// </summary>
    /// <returns>The file, the caller's to send and to dispose, or null if no row was added since the file before.</returns>
    /// <exception cref="ObjectDisposedException">The writer was disposed.</exception>
    public BatchFile? Complete()
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        _isCompleted = true;
        while (_window is { Count: > 0 })
        {
            if (ReleaseOldest(_window) is { } full)
            {
                return full;
            }
        }

        return _rows == 0 ? null : FinishFile(Read);
    }

    /// <summary>Gives back the memory of a file that was not finished. Files given to the caller are not touched.</summary>
    public void Dispose()
    {
        _isDisposed = true;
        _window?.Dispose();
        _content.Dispose();
    }
}
