namespace ProfileSchema;

/// <summary>Writes profiles to batch files, each within the limits of the Bulk Profile Update API (BATCH-1 to BATCH-6).</summary>
/// <typeparam name="T">The type whose values are sent.</typeparam>
/// <remarks>
/// <para>
/// Each profile is written as a row of the current file, counted as empty because it has no value, or rejected with a reason. When a row
/// does not fit, the current file is completed and returned. If <see cref="BatchFileOptions.MergeWindow"/> is set, rows are first kept so
/// that later profiles with the same key can be merged into them.
/// </para>
/// <para>
/// At any time <c>Read = Written + Pending + Merged + Empty + Rejected</c>. An instance must not be used by several threads at the same
/// time.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// using var writer = new BatchFileWriter&lt;Member&gt;(
///     ProfileContract.Of&lt;Member&gt;(),
///     onRejected: rejected =&gt; Console.Error.WriteLine(rejected)
/// );
/// foreach (Member member in members)
/// {
///     using BatchFile? full = writer.Add(member);
///     if (full is not null)
///     {
///         await full.WriteToAsync(output);
///     }
/// }
///
/// while (writer.Complete() is { } last)
/// {
///     using (last)
///     {
///         await last.WriteToAsync(output);
///     }
/// }
/// </code>
/// </example>
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

    /// <summary>Initializes a writer.</summary>
    /// <param name="contract">The contract of the profiles. <see cref="ProfileContract.Of{T}"/> returns the generated one.</param>
    /// <param name="options">The options, or null for the defaults. They are copied.</param>
    /// <param name="onRejected">Called for each rejected profile, in source order, while it is added.</param>
    /// <param name="isFirst">
    /// Called with the bytes of each row before it is added. It returns <see langword="false"/> if an earlier row has the same key; the
    /// profile is then rejected with <see cref="RejectionReason.KeyRepeated"/>. Null adds every row.
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

    /// <summary>Gets the number of profiles that were added.</summary>
    public long Read => _taken + Empty + Rejected;

    /// <summary>Gets the number of profiles that were written as a row, to the current file or an earlier one.</summary>
    public long Written { get; private set; }

    /// <summary>Gets the number of rows that are kept for merging (<see cref="BatchFileOptions.MergeWindow"/>).</summary>
    public long Pending => _window?.Count ?? 0;

    /// <summary>Gets the number of profiles that were merged into an earlier row with the same key.</summary>
    public long Merged { get; private set; }

    /// <summary>Gets the number of profiles without a value, which are not written (BATCH-6).</summary>
    public long Empty { get; private set; }

    /// <summary>Gets the number of invalid profiles.</summary>
    public long Rejected { get; private set; }

    /// <summary>Adds a profile to the current file.</summary>
    /// <param name="profile">The profile. An invalid profile, or null, is reported and not written.</param>
    /// <returns>The completed file, if the row did not fit into it, which the caller disposes; otherwise null.</returns>
    /// <exception cref="InvalidOperationException">The writer was completed.</exception>
    /// <exception cref="ObjectDisposedException">The writer was disposed.</exception>
    public BatchFile? Add(T profile)
    {
        ProfileWriter writer = BeginRows();
        BatchFile? full = Add(ref writer, in profile);
        writer.Flush();
        return full;
    }

    /// <summary>Adds profiles until a file is complete. This is faster than adding them one by one, with the same result.</summary>
    /// <param name="profiles">The enumerator, positioned before the next profile. Afterwards it is at the last profile that was added.</param>
    /// <param name="cancellationToken">Cancels the method between two profiles. Profiles that were added remain added.</param>
    /// <returns>
    /// The completed file, which the caller disposes; call the method again for the remaining profiles. Null if there are no more profiles:
    /// call <see cref="Complete"/> for the last file.
    /// </returns>
    /// <exception cref="InvalidOperationException">The writer was completed.</exception>
    /// <exception cref="ObjectDisposedException">The writer was disposed.</exception>
    /// <exception cref="OperationCanceledException">The method was canceled.</exception>
    public BatchFile? AddUntilFull(IEnumerator<T> profiles, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(profiles);
        ProfileWriter writer = BeginRows();
        try
        {
            while (true)
            {
                // Before a profile is read, not after: a source that returns each profile once, such as a queue, would lose it.
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
    /// Completes the last file. Call it until it returns null: rows that are kept for merging
    /// (<see cref="BatchFileOptions.MergeWindow"/>) can fill several files.
    /// </summary>
    /// <returns>The file, which the caller disposes, or null if there are no more rows.</returns>
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

    /// <summary>Returns the memory of an incomplete file. Files that were returned to the caller are not affected.</summary>
    public void Dispose()
    {
        _isDisposed = true;
        _window?.Dispose();
        _content.Dispose();
    }
}
