using System.Security;
using System.Text;
using System.Xml;

namespace ProfileSchema.Emulator.Replies;

/// <summary>
/// Writes the service's XML replies: a root <c>response</c> with one element a fact. By hand, since one of the service's
/// replies is not well-formed (BULK-4), which no XML writer agrees to.
/// </summary>
internal sealed class XmlResponse
{
    private readonly StringBuilder _xml = new("<response>");

    public XmlResponse Add(string element, string text)
    {
        IEnumerable<char> legal = text.Where(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c));
        return AddUnescaped(element, SecurityElement.Escape(string.Concat(legal)));
    }

    public XmlResponse AddUnescaped(string element, string text)
    {
        Open(element);
        _xml.Append(text);
        return Close(element);
    }

    public XmlResponse Open(string element)
    {
        _xml.Append('<').Append(element).Append('>');
        return this;
    }

    public XmlResponse Close(string element)
    {
        _xml.Append("</").Append(element).Append('>');
        return this;
    }

    public Reply ToReply(int status) =>
        new(status, "text/xml; charset=UTF-8", Encoding.UTF8.GetBytes(_xml.Append("</response>").ToString()));
}
