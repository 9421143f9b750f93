using System.Xml;

namespace ProfileSchema.Client.Replies;

/// <summary>
/// Reads the values of a reply one after the other, and forgives what can be forgiven: where the XML breaks off, the
/// reply ends. A value counts only once its element is closed, for half a number is another number.
/// </summary>
/// <param name="isWanted">Says which elements are values; the text of all others is never made into a string.</param>
internal sealed class ReplyXmlReader(Stream body, Func<ReplyPath, bool> isWanted, CancellationToken cancellationToken)
    : IDisposable
{
    private const int BeforeRoot = -1;
    private const int Nowhere = -2;

    private readonly XmlReader _xml = XmlReader.Create(
        new ReplyTextReader(body, cancellationToken),
        new XmlReaderSettings
        {
            Async = true,
            // A fragment may be text alone (SINGLE-6) or a bare list of elements (STATUS-2).
            ConformanceLevel = ConformanceLevel.Fragment,
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            NameTable = new ReplyNameTable(),
        }
    );

    private readonly Stack<(ReplyPath Path, bool IsValue)> _open = new();
    private readonly ReplyTextBuilder _text = new();
    private readonly char[] _part = new char[1024];

    /// <summary>The depth of the element whose text is being gathered.</summary>
    private int _textDepth = BeforeRoot;

    /// <summary>Where <see cref="Value"/> stands.</summary>
    public ReplyPath Path { get; private set; }

    public ReplyValue Value { get; private set; } = ReplyValue.Nothing;

    /// <summary>What stands before the first element, known when <see cref="ReadAsync"/> has been called.</summary>
    public ReplyValue TextBeforeRoot { get; private set; } = ReplyValue.Nothing;

    /// <summary>Whether the reply ended, or its XML broke, within an element.</summary>
    public bool IsTruncated => _open.Count > 0;

    /// <summary>Goes to the next value; false if there is none.</summary>
    /// <exception cref="ReplyTooLargeException">The reply goes past a limit of STATUS-7.</exception>
    public async ValueTask<bool> ReadAsync()
    {
        try
        {
            while (await _xml.ReadAsync().ConfigureAwait(false))
            {
                if (_xml.NodeType is XmlNodeType.Element)
                {
                    // Asked first: an empty element has no end of its own.
                    bool isEmpty = _xml.IsEmptyElement;
                    Open(_xml.LocalName);
                    if (isEmpty && Close())
                    {
                        return true;
                    }
                }
                else if (_xml.NodeType is XmlNodeType.EndElement)
                {
                    if (Close())
                    {
                        return true;
                    }
                }
                else if (_xml.HasValue && _open.Count - 1 == _textDepth)
                {
                    await GatherTextAsync().ConfigureAwait(false);
                }
            }
        }
        catch (XmlException)
        {
            // Broken here: what was read so far is the reply.
        }

        EndTextBeforeRoot();
        return false;
    }

    public void Dispose() => _xml.Dispose();

    private void Open(string name)
    {
        EndTextBeforeRoot();
        if (_open.Count == ReplyLimits.MaxDepth)
        {
            throw new ReplyTooLargeException($"The reply is nested deeper than {ReplyLimits.MaxDepth} (STATUS-7).");
        }

        var path = new ReplyPath(_open.Count, _open.TryPeek(out var parent) ? parent.Path.Name : "", name);
        bool isValue = isWanted(path);
        _open.Push((path, isValue));
        if (isValue)
        {
            _text.Clear();
            _textDepth = path.Depth;
        }
    }

    /// <summary>Whether what was closed is a value.</summary>
    private bool Close()
    {
        (ReplyPath path, bool isValue) = _open.Pop();
        if (isValue)
        {
            // Where another value stood within this one, its text has been given already.
            Path = path;
            Value = _textDepth == path.Depth ? _text.ToValue() : ReplyValue.Nothing;
            _textDepth = Nowhere;
        }

        return isValue;
    }

    /// <summary>In parts: a text may be as long as the reply.</summary>
    private async ValueTask GatherTextAsync()
    {
        int length;
        while ((length = await _xml.ReadValueChunkAsync(_part, 0, _part.Length).ConfigureAwait(false)) > 0)
        {
            _text.Append(_part.AsSpan(0, length));
        }
    }

    private void EndTextBeforeRoot()
    {
        if (_textDepth == BeforeRoot)
        {
            TextBeforeRoot = _text.ToValue();
            _textDepth = Nowhere;
        }
    }
}
