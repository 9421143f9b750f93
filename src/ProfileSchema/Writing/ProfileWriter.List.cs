using System.Collections.Immutable;
using System.ComponentModel;
using System.Runtime.InteropServices;

namespace ProfileSchema;

/// <content>Several values in one parameter, joined by a separator (VALUE-5).</content>
public ref partial struct ProfileWriter
{
    /// <summary>
    /// Begins a parameter with several values. Each value that is written under the same name until <see cref="EndList"/> is an
    /// element. An element without a value is skipped; without an element there is no value.
    /// </summary>
    /// <param name="name">The percent-encoded name of the parameter.</param>
    /// <param name="separator">
    /// The percent-encoded character between two elements, neither a letter nor a digit. An element that contains it is rejected.
    /// </param>
    /// <param name="maxLength">The maximum length of the joined value before encoding, in UTF-16 characters (VALUE-2).</param>
    /// <exception cref="InvalidOperationException">A list was begun and not ended.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void BeginList(
        scoped ReadOnlySpan<byte> name,
        ReadOnlySpan<byte> separator,
        int maxLength = ProfileLimits.ValueLength
    )
    {
        if (_form is ProfileForm.List)
        {
            ThrowListOpen();
        }

        _listForm = _form;
        _listMaxLength = maxLength;
        _listLength = 0;
        _elementStart = 0;
        _separator = separator;
        if (_form is ProfileForm.BatchRow)
        {
            EndValue(ref BeginValue(name, 0), 0);
        }
        else
        {
            WriteNull(name);
        }

        _form = ProfileForm.List;
    }

    /// <summary>Ends the list that was begun last.</summary>
    /// <param name="name">The percent-encoded name of the parameter.</param>
    /// <exception cref="InvalidOperationException">No list was begun.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void EndList(scoped ReadOnlySpan<byte> name)
    {
        if (_form is not ProfileForm.List)
        {
            throw new InvalidOperationException("EndList was called without BeginList.");
        }

        FinishElement(name);
        _form = _listForm;
    }

    /// <summary>Writes texts as one joined value. Null and empty texts are skipped; without an element there is no value.</summary>
    /// <param name="name">The percent-encoded name of the parameter.</param>
    /// <param name="values">The elements, in order.</param>
    /// <param name="separator">The percent-encoded character between two elements, for example <c>%7C</c>.</param>
    /// <param name="maxLength">The maximum length of the joined value before encoding, in UTF-16 characters (VALUE-2).</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void Write(
        scoped ReadOnlySpan<byte> name,
        scoped ReadOnlySpan<string?> values,
        ReadOnlySpan<byte> separator,
        int maxLength = ProfileLimits.ValueLength
    )
    {
        if (_form is ProfileForm.List)
        {
            ThrowListOpen();
        }

        WriteTexts(name, values, separator, maxLength);
    }

    /// <inheritdoc cref="Write(ReadOnlySpan{byte}, ReadOnlySpan{string}, ReadOnlySpan{byte}, int)"/>
    /// <remarks>Arrays and lists are read without an enumerator; of other collections the enumerator is allocated.</remarks>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void Write(
        scoped ReadOnlySpan<byte> name,
        IEnumerable<string?>? values,
        ReadOnlySpan<byte> separator,
        int maxLength = ProfileLimits.ValueLength
    )
    {
        switch (values)
        {
            case null or ImmutableArray<string?> { IsDefault: true }:
                WriteNull(name);
                return;
            case string?[] array:
                Write(name, (ReadOnlySpan<string?>)array, separator, maxLength);
                return;
            case List<string?> list:
                Write(name, CollectionsMarshal.AsSpan(list), separator, maxLength);
                return;
        }

        BeginList(name, separator, maxLength);
        if (values is IReadOnlyList<string?> indexed)
        {
            for (int i = 0; i < indexed.Count; i++)
            {
                WriteText(name, indexed[i], maxLength);
            }
        }
        else
        {
            foreach (string? value in values)
            {
                WriteText(name, value, maxLength);
            }
        }

        EndList(name);
    }

    private void BeginElement(scoped ReadOnlySpan<byte> name)
    {
        if (_elementStart == 0)
        {
            if (_listForm is ProfileForm.Parameters)
            {
                WriteParameterName(name, 0);
            }
        }
        else
        {
            FinishElement(name);
            _listLength++;
            Reserve(_separator.Length);
            _separator.CopyTo(_buffer[_position..]);
            _position += _separator.Length;
        }

        _elementStart = _position;
    }

    private void FinishElement(scoped ReadOnlySpan<byte> name)
    {
        if (_elementStart == 0 || _fault is not RejectionReason.None)
        {
            return;
        }

        ReadOnlySpan<byte> element = _buffer[_elementStart.._position];
        _listLength += PercentEncoding.CountChars(element);
        if (_listLength > _listMaxLength)
        {
            RejectValue(name, RejectionReason.ValueTooLong);
        }
        else if (element.IndexOf(_separator) >= 0)
        {
            // No letter or digit separates, so a match is the separator itself and no part of an escape.
            RejectValue(name, RejectionReason.SeparatorInElement);
        }
    }
}
