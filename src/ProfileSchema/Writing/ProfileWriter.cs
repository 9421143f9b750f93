using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace ProfileSchema;

/// <summary>
/// Encodes the key and the values of a profile and writes them to the output, as the parameters of a single update or as a row of a
/// batch.
/// </summary>
/// <remarks>
/// <para>
/// Contracts call the writer; applications use <see cref="ProfileSerializer"/> and <see cref="BatchFileWriter{T}"/>. Parameter names must
/// be percent-encoded (<see cref="ProfileParameter.EncodedName"/>); the writer encodes the values.
/// </para>
/// <para>
/// An invalid value does not throw. The writer keeps the first reason, and its caller throws or returns a <see cref="RejectedProfile"/>.
/// Values are never truncated, replaced or omitted silently.
/// </para>
/// </remarks>
public ref partial struct ProfileWriter
{
    private readonly IBufferWriter<byte> _output;
    private readonly ProfileKeyKind _keyKind;
    private Span<byte> _buffer;
    private ProfileForm _form;

    /// <summary>The start of the current profile in the buffer. The bytes before it belong to profiles that are not yet committed to the output.</summary>
    private int _start;
    private int _position;

    /// <summary>The position of the last parameter of a single update without a value.</summary>
    private int _nullAt;
    private int _keyStart;
    private int _keyEnd;
    private int _parameters;
    private string? _keyText;
    private string? _faultParameter;
    private RejectionReason _fault;

    // The state of the current list.
    private ReadOnlySpan<byte> _separator;
    private ProfileForm _listForm;
    private int _listMaxLength;
    private int _listLength;
    private int _elementStart;

    internal ProfileWriter(IBufferWriter<byte> output, ProfileForm form, ProfileKeyKind keyKind)
    {
        _output = output;
        _form = form;
        _keyKind = keyKind;
        _buffer = output.GetSpan(InitialCapacity);
        _nullAt = -1;
    }

    /// <summary>Begins the next profile. The last one is kept, or overwritten if it was not written.</summary>
    internal void BeginNext(bool keepLast)
    {
        if (keepLast)
        {
            _start = _position;
            if (_buffer.Length - _position < InitialCapacity)
            {
                Flush();
                _buffer = _output.GetSpan(ManyCapacity);
            }
        }

        _position = _start;
        _keyStart = 0;
        _keyEnd = 0;
        _elementStart = 0;
        _parameters = 0;
        _keyText = null;
        _fault = RejectionReason.None;
        _faultParameter = null;
    }

    /// <summary>Commits the profiles before the current one to the output.</summary>
    internal void Flush()
    {
        _output.Advance(_start);
        _buffer = _buffer[_start..];
        _position -= _start;
        _start = 0;
    }

    /// <summary>The initial capacity, which is enough for most profiles.</summary>
    private const int InitialCapacity = 1024;

    /// <summary>The capacity that is requested when many profiles follow.</summary>
    private const int ManyCapacity = 32 * 1024;

    /// <summary>Gets the reason for the rejection of the profile, or <see cref="RejectionReason.None"/>.</summary>
    internal readonly RejectionReason Fault => _fault;

    /// <summary>Gets the parameter at fault, or null if the key or the whole profile is at fault.</summary>
    internal readonly string? FaultParameter => _faultParameter;

    /// <summary>Gets the number of bytes of profiles before the current one that are not yet committed to the output.</summary>
    internal readonly int Pending => _start;

    /// <summary>Gets the bytes of the profile.</summary>
    internal readonly ReadOnlySpan<byte> Written => _buffer[_start.._position];

    /// <summary>Gets the number of bytes of the profile.</summary>
    internal readonly int Length => _position - _start;

    /// <summary>Gets the percent-encoded key, or an empty span if there is none.</summary>
    internal readonly ReadOnlySpan<byte> EncodedKey => _buffer[_keyStart.._keyEnd];

    /// <summary>Gets the bytes of the profile after its key.</summary>
    internal readonly ReadOnlySpan<byte> WrittenParameters => _buffer[_keyEnd.._position];

    /// <summary>Gets the key as text after the contract has written it, or null if there is none.</summary>
    internal readonly string? KeyText =>
        _keyText ?? (_keyEnd > _keyStart ? Encoding.ASCII.GetString(_buffer[_keyStart.._keyEnd]) : null);

    /// <summary>Rejects the profile because of the value of a parameter. The first reason is kept.</summary>
    /// <param name="name">The percent-encoded name of the parameter.</param>
    /// <param name="reason">The reason.</param>
    public void Reject(scoped ReadOnlySpan<byte> name, RejectionReason reason)
    {
        _parameters += _form is ProfileForm.List ? 0 : 1;
        RejectValue(name, reason);
    }

    /// <summary>Writes a profile by its contract and returns the outcome.</summary>
    /// <exception cref="InvalidOperationException">The contract did not write a key and each of its parameters.</exception>
    internal ProfileWriteOutcome WriteProfile<T>(in T profile, ProfileContract<T> contract)
    {
        if (profile is null)
        {
            _fault = RejectionReason.NoProfile;
            return ProfileWriteOutcome.Rejected;
        }

        contract.Write(ref this, in profile);
        if (
            _parameters != contract.ParameterCount
            || _form is ProfileForm.List
            || (_keyEnd == 0 && _fault is RejectionReason.None)
        )
        {
            ThrowIncomplete(contract.Name, contract.ParameterCount);
        }

        return _fault is RejectionReason.None ? Complete() : ProfileWriteOutcome.Rejected;
    }

    private ProfileWriteOutcome Complete()
    {
        if (_form is ProfileForm.BatchRow)
        {
            // BATCH-2: trailing empty fields are omitted. No key or value ends with an unencoded comma (URL-2).
            while (_buffer[_position - 1] == (byte)',')
            {
                _position--;
            }
        }

        if (_position == _keyEnd)
        {
            return ProfileWriteOutcome.Empty;
        }

        if (_form is ProfileForm.BatchRow)
        {
            Reserve(1);
            _buffer[_position++] = (byte)'\n';
        }

        if (_position - _start > ProfileLimits.ProfileBytes)
        {
            _fault = RejectionReason.ProfileTooLarge;
            return ProfileWriteOutcome.Rejected;
        }

        return ProfileWriteOutcome.Written;
    }

    [DoesNotReturn]
    private readonly void ThrowIncomplete(string contract, int parameters) =>
        throw new InvalidOperationException(
            $"The contract {contract} wrote {_parameters} of its {parameters} parameters, no key, or a list that wasn't ended. "
                + "A contract must write its key and then every parameter once, whatever its value."
        );
}
