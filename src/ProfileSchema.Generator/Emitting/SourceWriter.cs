using System.Text;

namespace ProfileSchema.Generator.Emitting;

/// <summary>Writes indented lines that end with a line feed on every system.</summary>
internal sealed class SourceWriter
{
    private const int IndentSize = 4;

    private readonly StringBuilder _text = new();
    private int _depth;

    public void Line(string line)
    {
        if (line.Length > 0)
        {
            _text.Append(' ', _depth * IndentSize).Append(line);
        }

        _text.Append('\n');
    }

    public void Line() => Line("");

    /// <summary>Writes several lines, such as a raw string literal, whatever its line ends.</summary>
    public void Lines(string lines)
    {
        foreach (string line in lines.Split('\n'))
        {
            Line(line.TrimEnd('\r'));
        }
    }

    /// <summary>Writes a heading and what its braces hold.</summary>
    /// <param name="end">What follows the closing brace.</param>
    public void Block(string heading, Action body, string end = "")
    {
        Line(heading);
        Line("{");
        _depth++;
        body();
        _depth--;
        Line("}" + end);
    }

    public override string ToString() => _text.ToString();
}
