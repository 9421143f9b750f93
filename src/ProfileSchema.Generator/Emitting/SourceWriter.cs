using System.Text;

namespace ProfileSchema.Generator.Emitting;

/// <summary>Writes indented lines that end with a line feed on every system.</summary>
internal sealed class SourceWriter
{
    private const int IndentSize = 4;

    /// <summary>Characters beyond which memory is not held for the next file.</summary>
    private const int MaxSpare = 64 * 1024;

    /// <summary>Left by the file before. To grow another for each file took longer than to write it.</summary>
    [ThreadStatic]
    private static StringBuilder? _spare;

    private readonly StringBuilder _text = TakeSpare();
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

    /// <summary>All that was written. Nothing more can be.</summary>
    public string Finish()
    {
        string text = _text.ToString();
        if (_text.Capacity <= MaxSpare)
        {
            _spare = _text.Clear();
        }

        return text;
    }

    private static StringBuilder TakeSpare()
    {
        StringBuilder text = _spare ?? new StringBuilder();
        _spare = null;
        return text;
    }
}
