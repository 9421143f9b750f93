using System.Buffers;

namespace ProfileSchema;

/// <summary>Takes profiles and gives batch files, each within the limits of the API (BATCH-1 to BATCH-6).</summary>
/// <typeparam name="T">The type whose values are sent.</typeparam>
/// <remarks>
/// <para>
/// Each profile becomes a row of the present file, or is counted as empty (it has no value, so it would change nothing),
/// or is rejected with a reason; at any time <c>Read = Written + Empty + Rejected</c>. When a row does not fit, the file
/// before it is finished and given back. An instance is used by one thread at a time.
/// </para>
/// <code>
/// using var writer = new BatchFileWriter&lt;Member&gt;(ProfileContract.Of&lt;Member&gt;(), onRejected: Report);
/// foreach (Member member in members)
/// {
///     using BatchFile? full = writer.Add(member);
///     …
/// }
///
/// using BatchFile? last = writer.Complete();
/// </code>
/// </remarks>
public sealed class BatchFileWriter<T> : IDisposable
{
    private readonly ProfileContract<T> _contract;
    private readonly BatchFileOptions _options;
    private readonly Action<RejectedProfile>? _onRejected;
    private readonly BatchRowFilter? _isFirst;
    private readonly SegmentPool _segments = new();
    private SegmentedBuffer _content;
    private int _rows;
    private long _firstPosition;
    private bool _isCompleted;

    /// <summary>Starts with no file; the first row begins one.</summary>
    /// <param name="contract">What is sent of a profile; <see cref="ProfileContract.Of{T}"/> finds the generated one.</param>
    /// <param name="options">How large files may grow; by default as large as the API takes them.</param>
    /// <param name="onRejected">Is told of every profile that breaks a rule, in order, while it is added.</param>
    /// <param name="isFirst">
    /// Sees the bytes of each row before it becomes part of a file and says whether it is the first of its key; one that is not
    /// is rejected (<see cref="RejectionReason.KeyRepeated"/>). Null lets every row in.
    /// </param>
    /// <exception cref="ArgumentException">The options leave no room for the header and one row.</exception>
    public BatchFileWriter(
        ProfileContract<T> contract,
        BatchFileOptions? options = null,
        Action<RejectedProfile>? onRejected = null,
        BatchRowFilter? isFirst = null
    )
    {
        ArgumentNullException.ThrowIfNull(contract);
        _contract = contract;
        _options = options ?? new BatchFileOptions();
        int headerLength = contract.BatchHeader.Length;
        if (_options.MaxBytes <= headerLength + ProfileLimits.ProfileBytes)
        {
            throw new ArgumentException(
                $"A file of {_options.MaxBytes} bytes has no room for the header of {contract.Name} ({headerLength} bytes) "
                    + $"and a row of {ProfileLimits.ProfileBytes}. Raise MaxBytes.",
                nameof(options)
            );
        }

        _onRejected = onRejected;
        _isFirst = isFirst;
        _content = new SegmentedBuffer(_segments);
    }

    /// <summary>Profiles added so far.</summary>
    public long Read => Written + Empty + Rejected;

    /// <summary>Profiles that became a row.</summary>
    public long Written { get; private set; }

    /// <summary>Profiles without any value, which would change nothing (BATCH-6).</summary>
    public long Empty { get; private set; }

    /// <summary>Profiles that break a rule.</summary>
    public long Rejected { get; private set; }

    /// <summary>Adds a profile to the present file.</summary>
    /// <param name="profile">The profile. One that breaks a rule is reported and left out; null is such a profile.</param>
    /// <returns>The file before, if this row did not fit into it: the caller's to send and to dispose. Otherwise null.</returns>
    /// <exception cref="InvalidOperationException">The writer was completed.</exception>
    /// <exception cref="ObjectDisposedException">The writer was disposed.</exception>
    public BatchFile? Add(T profile)
    {
        if (_isCompleted)
        {
            throw new InvalidOperationException(
                "The writer was completed and takes no further profile. Make a new one."
            );
        }

        if (_content.Length == 0)
        {
            _content.Write(_contract.BatchHeader);
        }

        var writer = new ProfileWriter(_content, ProfileForm.BatchRow, _contract.KeyKind);
        switch (writer.WriteProfile(profile, _contract))
        {
            case ProfileWriteOutcome.Rejected:
                Reject(new RejectedProfile(Read, writer.KeyText, writer.FaultParameter, writer.Fault));
                return null;
            case ProfileWriteOutcome.Empty:
                Empty++;
                return null;
            default:
                if (_isFirst?.Invoke(writer.Written) is false)
                {
                    Reject(new RejectedProfile(Read, writer.KeyText, parameter: null, RejectionReason.KeyRepeated));
                    return null;
                }

                BatchFile? full = AddRow(writer.Written);
                Written++;
                return full;
        }
    }

    /// <summary>Finishes the last file.</summary>
    /// <returns>The file, the caller's to send and to dispose, or null if no row was added since the file before.</returns>
    /// <exception cref="ObjectDisposedException">The writer was disposed.</exception>
    public BatchFile? Complete()
    {
        _isCompleted = true;
        return _rows == 0 ? null : FinishFile();
    }

    /// <summary>Gives back the memory of a file that was not finished. Files given to the caller are not touched.</summary>
    public void Dispose()
    {
        _isCompleted = true;
        _rows = 0;
        _content.Dispose();
    }

    private void Reject(RejectedProfile rejected)
    {
        Rejected++;
        _onRejected?.Invoke(rejected);
    }

    private BatchFile? AddRow(ReadOnlySpan<byte> row)
    {
        if (_rows < _options.MaxRows && _content.Length + row.Length < _options.MaxBytes)
        {
            _content.Advance(row.Length);
            _rows++;
            return null;
        }

        // The row stands behind the full file in memory that belongs to it: copied before the file is given away.
        var next = new SegmentedBuffer(_segments);
        next.Write(_contract.BatchHeader);
        next.Write(row);
        BatchFile full = FinishFile();
        _content = next;
        _rows = 1;
        return full;
    }

    private BatchFile FinishFile()
    {
        var file = new BatchFile(_content, _rows, _firstPosition, Read);
        _firstPosition = Read;
        _content = new SegmentedBuffer(_segments);
        _rows = 0;
        return file;
    }
}
