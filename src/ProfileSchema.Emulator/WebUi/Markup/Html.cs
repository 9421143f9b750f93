using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace ProfileSchema.Emulator.WebUi.Markup;

/// <summary>
/// Markup that is being written. What stands literally in an interpolated string is markup; what fills its holes is encoded,
/// unless it is <see cref="Html"/> itself. There is no other way to write, so nothing that was received becomes markup.
/// </summary>
internal sealed class Html
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder _text = new();

    public static Html Empty => new();

    public bool IsEmpty => _text.Length == 0;

    public static Html Of(Handler markup) => markup.Target;

    public Html Add([InterpolatedStringHandlerArgument("")] Handler markup)
    {
        // The handler has written by the time it gets here.
        Debug.Assert(ReferenceEquals(markup.Target, this), "The handler writes to the object that it was made for.");
        return this;
    }

    public byte[] ToUtf8() => Encoding.UTF8.GetBytes(_text.ToString());

    /// <summary>Writes the parts of an interpolated string as the compiler hands them over.</summary>
    [InterpolatedStringHandler]
    internal readonly ref struct Handler
    {
        public Handler(int literalLength, int formattedCount) => Target = new Html();

        public Handler(int literalLength, int formattedCount, Html target) => Target = target;

        public Html Target { get; }

        public void AppendLiteral(string markup) => Target._text.Append(markup);

        public void AppendFormatted(string? text) => Target._text.Append(Encoder.Encode(text ?? ""));

        public void AppendFormatted(long number) => Target._text.Append(CultureInfo.InvariantCulture, $"{number:N0}");

        public void AppendFormatted(Html markup) => Target._text.Append(markup._text);
    }
}
