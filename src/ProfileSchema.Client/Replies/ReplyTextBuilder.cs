using System.Text;

namespace ProfileSchema.Client.Replies;

/// <summary>Gathers the text of one value, which may come in many parts, and keeps no more of it than a value has.</summary>
internal sealed class ReplyTextBuilder
{
    private readonly StringBuilder _text = new();
    private bool _isCut;

    public void Clear()
    {
        _text.Clear();
        _isCut = false;
    }

    public void Append(ReadOnlySpan<char> part)
    {
        // Indentation must not use up the room of what it surrounds.
        part = _text.Length == 0 ? part.TrimStart() : part;
        int room = ReplyLimits.MaxValueLength - _text.Length;
        _isCut |= part.Length > room && !part[room..].IsWhiteSpace();
        _text.Append(part[..Math.Min(part.Length, room)]);
    }

    public ReplyValue ToValue() => new(_text.ToString().TrimEnd(), _isCut);
}
