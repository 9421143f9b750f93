using System.Buffers;
using System.Text;

namespace ProfileSchema;

/// <summary>
/// Takes the key and the values of one profile, in the order of its contract, and writes them straight to the output in
/// the form that is being made: the parameters of a single update or a row of a batch.
/// </summary>
/// <remarks>
/// <para>
/// Contracts call it; callers of the library use <see cref="ProfileSerializer"/> and <see cref="BatchFileWriter{T}"/>.
/// Every name is percent-encoded already (<see cref="ProfileParameter.EncodedName"/>); values are encoded here.
/// </para>
/// <para>
/// A value that may not be sent does not throw: the writer keeps the first fault, and whoever drives it throws or returns
/// a <see cref="RejectedProfile"/>. Nothing is cut, replaced or left out in silence.
/// </para>
/// </remarks>
public ref partial struct ProfileWriter
{
    private readonly IBufferWriter<byte> _output;
    private readonly ProfileKeyKind _keyKind;
    private Span<byte> _buffer;
    private ProfileForm _form;
    private bool _isLastNothing;
    private int _position;
    private int _keyStart;
    private int _keyEnd;
    private int _parameters;
    private string? _keyText;
    private string? _faultParameter;
    private RejectionReason _fault;

    // Of the list that is open.
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
    }

    /// <summary>Room that most profiles do with, so that the buffer seldom grows within one.</summary>
    private const int InitialCapacity = 1024;

    /// <summary>What is wrong with the profile, or <see cref="RejectionReason.None"/>.</summary>
    internal readonly RejectionReason Fault => _fault;

    /// <summary>The parameter at fault, or null if it is the key or the whole profile.</summary>
    internal readonly string? FaultParameter => _faultParameter;

    /// <summary>What was written and not yet handed to the output.</summary>
    internal readonly ReadOnlySpan<byte> Written => _buffer[.._position];

    /// <summary>The key as text, once the contract has written it, or null if there was none to write.</summary>
    internal readonly string? KeyText =>
        _keyText ?? (_keyEnd > _keyStart ? Encoding.ASCII.GetString(_buffer[_keyStart.._keyEnd]) : null);

    /// <summary>Records that a parameter has a value that may not be sent. The first fault of a profile is kept.</summary>
    /// <param name="name">The percent-encoded name of the parameter.</param>
    /// <param name="reason">What is wrong with the value.</param>
    public void Reject(scoped ReadOnlySpan<byte> name, RejectionReason reason)
    {
        _parameters += _form is ProfileForm.List ? 0 : 1;
        RejectValue(name, reason);
    }

    /// <summary>Has a contract write a profile and says what became of it.</summary>
    /// <exception cref="InvalidOperationException">The contract did not write a key and each of its parameters.</exception>
    internal ProfileWriteOutcome WriteProfile<T>(in T profile, ProfileContract<T> contract)
    {
        if (profile is null)
        {
            _fault = RejectionReason.NoProfile;
            return ProfileWriteOutcome.Rejected;
        }

        contract.Write(ref this, in profile);
        return Complete(contract.Name, contract.Parameters.Count);
    }

    private ProfileWriteOutcome Complete(string contract, int parameters)
    {
        if (_parameters != parameters || _form is ProfileForm.List || (_keyEnd == 0 && _fault is RejectionReason.None))
        {
            throw new InvalidOperationException(
                $"The contract {contract} wrote {_parameters} of its {parameters} parameters, no key, or a list without an end. "
                    + "A contract writes its key, then every parameter once, whatever its value."
            );
        }

        if (_fault is not RejectionReason.None)
        {
            return ProfileWriteOutcome.Rejected;
        }

        if (_form is ProfileForm.BatchRow)
        {
            // BATCH-2: trailing empty cells are left off. No key or value ends with a bare comma (URL-2).
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

        if (_position > ProfileLimits.ProfileBytes)
        {
            _fault = RejectionReason.ProfileTooLarge;
            return ProfileWriteOutcome.Rejected;
        }

        return ProfileWriteOutcome.Written;
    }

    private void BeginValue(scoped ReadOnlySpan<byte> name)
    {
        if (_form is ProfileForm.BatchRow)
        {
            _parameters++;
            Reserve(1);
            _buffer[_position++] = (byte)',';
        }
        else if (_form is ProfileForm.List)
        {
            BeginElement(name);
        }
        else
        {
            _parameters++;
            WriteParameterName(name);
        }
    }

    private void WriteParameterName(scoped ReadOnlySpan<byte> name)
    {
        // NAME-1: a parameter of a single update is named profile.NAME.
        ReadOnlySpan<byte> prefix = "&profile."u8;
        Reserve(prefix.Length + name.Length + 1);
        prefix.CopyTo(_buffer[_position..]);
        name.CopyTo(_buffer[(_position + prefix.Length)..]);
        _position += prefix.Length + name.Length;
        _buffer[_position++] = (byte)'=';
        _isLastNothing = false;
    }

    private void RejectValue(scoped ReadOnlySpan<byte> name, RejectionReason reason)
    {
        if (_fault is RejectionReason.None)
        {
            _fault = reason;
            _faultParameter = Uri.UnescapeDataString(Encoding.ASCII.GetString(name));
        }
    }

    private void Reserve(int bytes)
    {
        if (_buffer.Length - _position < bytes)
        {
            Grow(bytes);
        }
    }

    private void Grow(int bytes)
    {
        if (_position > ProfileLimits.ProfileBytes)
        {
            // The profile is refused whatever follows (VALUE-6); what was written is dropped, so that memory stays bounded.
            _fault = _fault is RejectionReason.None ? RejectionReason.ProfileTooLarge : _fault;
            _position = _keyEnd;
            if (_buffer.Length - _position >= bytes)
            {
                return;
            }
        }

        // The output may reuse the memory that it gave before as soon as it is asked for more, so the bytes travel
        // through a buffer of our own.
        byte[] kept = ArrayPool<byte>.Shared.Rent(_position);
        _buffer[.._position].CopyTo(kept);
        _buffer = _output.GetSpan(Math.Max(_position + bytes, _buffer.Length * 2));
        kept.AsSpan(0, _position).CopyTo(_buffer);
        ArrayPool<byte>.Shared.Return(kept, clearArray: true);
    }
}
