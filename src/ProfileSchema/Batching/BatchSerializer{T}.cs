using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace ProfileSchema;

/// <summary>Writes the profiles of one batch file with one writer.</summary>
internal ref struct BatchSerializer<T>
{
    private readonly ProfileContract<T> _contract;
    private ProfileWriter _writer;
    private long _length;
    private int _rows;

    private BatchSerializer(IBufferWriter<byte> output, ProfileContract<T> contract)
    {
        _contract = contract;
        _length = contract.BatchHeader.Length;
        output.Write(contract.BatchHeader);
        _writer = new ProfileWriter(output, ProfileForm.BatchRow, contract.KeyKind);
    }

    public static int Write(IBufferWriter<byte> output, IEnumerable<T> profiles, ProfileContract<T> contract)
    {
        var batch = new BatchSerializer<T>(output, contract);
        switch (profiles)
        {
            // Arrays and lists, the usual sources, are read without allocating an enumerator.
            case T[] array:
                foreach (T profile in array)
                {
                    batch.Write(profile);
                }

                break;
            case List<T> list:
                foreach (T profile in list)
                {
                    batch.Write(profile);
                }

                break;
            default:
                foreach (T profile in profiles)
                {
                    batch.Write(profile);
                }

                break;
        }

        batch._writer.Flush();
        return batch._rows;
    }

    // Not inlined: the runtime optimizes methods that are called often, and the loop is called once.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Write(in T profile)
    {
        ProfileWriteOutcome outcome = _writer.WriteProfile(in profile, _contract);
        if (outcome is ProfileWriteOutcome.Written)
        {
            _length += _writer.Length;
            _rows++;
            if (_length >= ProfileLimits.BatchBytes || _rows > ProfileLimits.BatchRows)
            {
                ThrowTooLarge();
            }
        }
        else if (outcome is ProfileWriteOutcome.Rejected)
        {
            throw new ProfileValidationException(_writer.Fault, _contract.Name, _writer.FaultParameter);
        }

        _writer.BeginNext(keepLast: outcome is ProfileWriteOutcome.Written);
    }

    [DoesNotReturn]
    private static void ThrowTooLarge() =>
        throw new InvalidOperationException(
            "The profiles don't fit into one batch file, which must have less than 50,000,000 bytes and at most 500,000 rows. "
                + "Use BatchFileWriter<T>, which writes several files."
        );
}
