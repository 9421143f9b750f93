using System.Buffers;
using System.Runtime.CompilerServices;

namespace ProfileSchema;

/// <content>Writing profiles as rows.</content>
public sealed partial class BatchFileWriter<T>
{
    private ProfileWriter BeginRows()
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        if (_isCompleted)
        {
            throw new InvalidOperationException(
                "The writer is complete and no profile can be added. Create another writer."
            );
        }

        if (_content.Length == 0)
        {
            _content.Write(_contract.BatchHeader);
        }

        return new ProfileWriter(_content, ProfileForm.BatchRow, _contract.KeyKind);
    }

    // Not inlined: the runtime optimizes methods that are called often, and the loop is called once for each file.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private BatchFile? Add(ref ProfileWriter writer, in T profile)
    {
        ProfileWriteOutcome outcome = writer.WriteProfile(in profile, _contract);
        if (outcome is not ProfileWriteOutcome.Written || _isFirst?.Invoke(writer.Written) is false)
        {
            LeaveOut(in writer, outcome);
            writer.BeginNext(keepLast: false);
            return null;
        }

        if (_window is null && HasRoom(writer.Pending + writer.Length))
        {
            CountRow();
            _taken++;
            writer.BeginNext(keepLast: true);
            return null;
        }

        BatchFile? full;
        if (_window is null)
        {
            writer.Flush();
            full = BeginFile(writer.Written, Read);
            _taken++;
        }
        else
        {
            full = Delay(_window, in writer);
        }

        // The position in the file has changed, or there is a new file.
        writer = BeginRows();
        return full;
    }

    /// <summary>Counts a profile that is not written as a row.</summary>
    private void LeaveOut(in ProfileWriter writer, ProfileWriteOutcome outcome)
    {
        switch (outcome)
        {
            case ProfileWriteOutcome.Rejected:
                Reject(Rejection(in writer, writer.FaultParameter, writer.Fault));
                break;
            case ProfileWriteOutcome.Empty:
                Empty++;
                break;
            default:
                Reject(Rejection(in writer, parameter: null, RejectionReason.KeyRepeated));
                break;
        }
    }

    private RejectedProfile Rejection(in ProfileWriter writer, string? parameter, RejectionReason reason) =>
        new()
        {
            Position = Read,
            Key = writer.KeyText,
            Parameter = parameter,
            Reason = reason,
        };

    private void Reject(RejectedProfile rejected)
    {
        Rejected++;
        _onRejected?.Invoke(rejected);
    }

    private BatchFile? Delay(MergeWindow window, in ProfileWriter writer)
    {
        switch (window.Take(writer.Written, Read))
        {
            case MergeOutcome.TooLarge:
                Reject(Rejection(in writer, parameter: null, RejectionReason.ProfileTooLarge));
                break;
            case MergeOutcome.Merged:
                Merged++;
                _taken++;
                break;
            default:
                _taken++;
                break;
        }

        return window.IsOverfull ? ReleaseOldest(window) : null;
    }

    private BatchFile? ReleaseOldest(MergeWindow window)
    {
        if (!window.TryPeek(out PendingRow? row))
        {
            return null;
        }

        BatchFile? full = null;
        if (HasRoom(row.Row.Length))
        {
            _content.Write(row.Row);
            CountRow();
        }
        else
        {
            full = BeginFile(row.Row, row.Position);
        }

        window.Release();
        return full;
    }

    private bool HasRoom(int bytes) => _rows < _maxRows && _content.Length + bytes < _maxBytes;

    /// <summary>Begins the next file with a row and returns the completed file. The row can be in the memory of the completed file.</summary>
    /// <param name="position">The position in the source of the first profile of the row, at which the next file begins.</param>
    private BatchFile BeginFile(ReadOnlySpan<byte> row, long position)
    {
        var next = new SegmentedBuffer(_segments);
        next.Write(_contract.BatchHeader);
        next.Write(row);
        BatchFile full = FinishFile(position);
        _content = next;
        CountRow();
        return full;
    }

    private void CountRow()
    {
        _rows++;
        Written++;
    }

    private BatchFile FinishFile(long endPosition)
    {
        var file = new BatchFile(_content, _rows, _firstPosition, endPosition);
        _firstPosition = endPosition;
        _content = new SegmentedBuffer(_segments);
        _rows = 0;
        return file;
    }
}
