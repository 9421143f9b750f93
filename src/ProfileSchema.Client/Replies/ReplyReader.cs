using System.Globalization;
using System.Text;
using System.Xml;

namespace ProfileSchema.Client.Replies;

/// <summary>
/// Reads an XML reply: the values directly within its root <c>response</c>, and the rows of a status in the older form, wherever they
/// are. Where the XML breaks off, the reply ends; a value counts only once its element is closed, because half of a number is another
/// number.
/// </summary>
internal sealed class ReplyReader
{
    private const int Nowhere = -1;

    /// <summary>The values of all replies. The text of other elements is never kept (STATUS-7).</summary>
    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        // SINGLE-6, BULK-3
        "success",
        "message",
        "pcId",
        "batchStatus",
        // STATUS-2
        "batchId",
        "status",
        "batchSize",
        "consumedCount",
        "successfulUpdates",
        "profilesNotFound",
        "failedUpdates",
    };

    private readonly Dictionary<string, ReplyValue> _values = new(StringComparer.Ordinal);

    /// <summary>The local names of the open elements; namespaces tell nothing here.</summary>
    private readonly List<string> _open = [];
    private readonly StringBuilder _text = new();
    private readonly char[] _part = new char[1024];

    /// <summary>How many elements are open where text is kept: none before the root.</summary>
    private int _textDepth;
    private bool _isTextCut;
    private string? _rowStatus;

    private ReplyReader() { }

    /// <summary>The text before the first element.</summary>
    public ReplyValue TextBeforeRoot { get; private set; }

    public StatusRows Rows { get; private set; } = new(0, 0, 0, 0);

    /// <summary>Whether the reply ended, or its XML broke, within an element.</summary>
    public bool IsTruncated => _open.Count > 0;

    /// <summary>The first value of a name that isn't empty.</summary>
    public ReplyValue this[string name] => _values.GetValueOrDefault(name);

    /// <exception cref="ReplyTooLargeException">The reply exceeds a limit of STATUS-7.</exception>
    public static async Task<ReplyReader> ReadAsync(Stream body, CancellationToken cancellationToken)
    {
        var reply = new ReplyReader();
        using var text = new ReplyTextReader(body, cancellationToken);
        using var xml = XmlReader.Create(
            text,
            new XmlReaderSettings
            {
                Async = true,
                // A fragment may be text alone (SINGLE-6) or a bare list of elements (STATUS-2).
                ConformanceLevel = ConformanceLevel.Fragment,
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                NameTable = new LimitedNameTable(),
            }
        );
        try
        {
            while (await xml.ReadAsync().ConfigureAwait(false))
            {
                await reply.AddAsync(xml).ConfigureAwait(false);
            }
        }
        catch (XmlException)
        {
            // Broken here: what was read so far is the reply.
        }

        reply.EndTextBeforeRoot();
        return reply;
    }

    private async ValueTask AddAsync(XmlReader xml)
    {
        if (xml.NodeType is XmlNodeType.Element)
        {
            Open(xml.LocalName);
            if (xml.IsEmptyElement)
            {
                Close();
            }
        }
        else if (xml.NodeType is XmlNodeType.EndElement)
        {
            Close();
        }
        else if (xml.HasValue && _open.Count == _textDepth)
        {
            // In parts, because a text may be as long as the reply.
            int length;
            while ((length = await xml.ReadValueChunkAsync(_part, 0, _part.Length).ConfigureAwait(false)) > 0)
            {
                Keep(_part.AsSpan(0, length));
            }
        }
    }

    private void Open(string name)
    {
        EndTextBeforeRoot();
        if (_open.Count == ReplyLimits.MaxDepth)
        {
            throw new ReplyTooLargeException($"The reply is nested deeper than {ReplyLimits.MaxDepth} (STATUS-7).");
        }

        _open.Add(name);
        if (IsValue() || IsRowStatus())
        {
            BeginText(_open.Count);
        }
    }

    private void Close()
    {
        string name = _open[^1];
        if (IsRowStatus())
        {
            string? status = EndText().Word;
            _rowStatus ??= status;
        }
        else if (IsValue())
        {
            ReplyValue value = EndText();
            if (value.Message is not null)
            {
                _values.TryAdd(name, value);
            }
        }
        else if (name == "profile")
        {
            // The root of the older form is not documented, so its rows are known by their name alone.
            Rows = Rows.With(_rowStatus);
            _rowStatus = null;
        }

        _open.RemoveAt(_open.Count - 1);
    }

    private bool IsValue() => _open is ["response", _] && Names.Contains(_open[1]);

    private bool IsRowStatus() => _open is [.., "profile", "status"];

    private void BeginText(int depth)
    {
        _textDepth = depth;
        _isTextCut = false;
        _text.Clear();
    }

    private void Keep(ReadOnlySpan<char> part)
    {
        // Indentation must not use up the space of what it surrounds.
        part = _text.Length == 0 ? part.TrimStart() : part;
        int space = ReplyLimits.MaxValueLength - _text.Length;
        _isTextCut |= part.Length > space && !part[space..].IsWhiteSpace();
        _text.Append(part[..Math.Min(part.Length, space)]);
    }

    private ReplyValue EndText()
    {
        var value = new ReplyValue(_text.ToString().TrimEnd(), _isTextCut);
        BeginText(Nowhere);
        return value;
    }

    private void EndTextBeforeRoot()
    {
        if (_textDepth == 0)
        {
            TextBeforeRoot = EndText();
        }
    }
}

/// <summary>
/// The text of one element of a reply, without white space around it. What is empty, or is not what it should be, is null, as if the
/// element were not there.
/// </summary>
/// <param name="text">The text, or its beginning.</param>
/// <param name="isCut">Whether there was more of it than is kept.</param>
internal readonly struct ReplyValue(string? text, bool isCut)
{
    private const char ReplacementCharacter = '\uFFFD';

    /// <summary>For people to read: its beginning will do, and so will a mark where bytes were not UTF-8.</summary>
    public string? Message => string.IsNullOrEmpty(text) ? null : text;

    /// <summary>
    /// An address, to be validated as it came: a mark where bytes were not UTF-8 stays, so that the address is rejected and reported
    /// (STATUS-6).
    /// </summary>
    public string? Address => isCut ? null : Message;

    /// <summary>A word or an ID; a damaged or shortened one would be another one.</summary>
    public string? Word => Address?.Contains(ReplacementCharacter) is true ? null : Address;

    public bool? Boolean => bool.TryParse(Address, out bool value) ? value : null;

    public long? Count =>
        long.TryParse(Address, NumberStyles.None, CultureInfo.InvariantCulture, out long count) ? count : null;
}
