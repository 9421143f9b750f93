using System.Text.Json;
using Spectre.Console;

namespace ProfileSchema.Tool.Output;

/// <summary>
/// Where a command writes: what it was asked for to the output, what it has to say about it to the error output. Text is made
/// harmless on its way (<see cref="SafeText"/>); colours and bars appear on a terminal only.
/// </summary>
internal sealed class ToolConsole
{
    private readonly TextWriter _out;
    private readonly TextWriter _error;
    private readonly Func<Stream> _openOut;
    private bool _hasColors;

    /// <param name="openOut">Opens the output as bytes.</param>
    public ToolConsole(TextWriter output, TextWriter error, Func<Stream> openOut)
    {
        _out = output;
        _error = error;
        _openOut = openOut;
    }

    /// <summary>Whether the service's own text was asked for, which may repeat what was sent (HTTP-2).</summary>
    public bool IsVerbose { get; set; }

    /// <summary>Whether a person reads the output.</summary>
    public bool IsOutTerminal { get; private init; }

    /// <summary>Whether a person reads the error output, where bars are drawn.</summary>
    public bool IsErrorTerminal { get; private init; }

    public static ToolConsole OfProcess()
    {
        // A terminal that says it is dumb understands no control sequence.
        bool isDumb = Environment.GetEnvironmentVariable("TERM") == "dumb";
        return new ToolConsole(Console.Out, Console.Error, Console.OpenStandardOutput)
        {
            IsOutTerminal = !Console.IsOutputRedirected && !isDumb,
            IsErrorTerminal = !Console.IsErrorRedirected && !isDumb,
            _hasColors = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")),
        };
    }

    /// <summary>For what writes by itself and has nothing of the service in it, as the parser of the command line.</summary>
    public TextWriter Out => _out;

    /// <summary>The output as bytes, for JSON and the like, which escape on their own.</summary>
    public Stream OpenOut() => _openOut();

    /// <summary>Writes a result for programs to the output.</summary>
    public void Json<T>(T result)
    {
        using Stream output = OpenOut();
        JsonSerializer.Serialize(output, result, Display.Json);
        output.Write("\n"u8);
    }

    /// <summary>A line of the output.</summary>
    public void Line(string text = "") => _out.WriteLine(SafeText.Clean(text));

    /// <summary>A line of the output that begins with a coloured word.</summary>
    public void Line(string label, Color color, string text) =>
        _out.WriteLine($"{Paint(SafeText.Clean(label), color, IsOutTerminal)} {SafeText.Clean(text)}");

    /// <summary>Several lines that are the tool's own, such as a script or a document made of cleaned parts.</summary>
    public void Lines(string text)
    {
        foreach (string line in text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n'))
        {
            Line(line);
        }
    }

    /// <summary>A line to the person at the screen.</summary>
    public void Note(string text) => _error.WriteLine(SafeText.Clean(text));

    /// <summary>Why the command does not do what was asked.</summary>
    public void Error(string text) =>
        _error.WriteLine($"{Paint("error:", Color.Red, IsErrorTerminal)} {SafeText.Clean(text)}");

    /// <summary>What the person should know, though the command goes on.</summary>
    public void Warn(string text) =>
        _error.WriteLine($"{Paint("warning:", Color.Yellow, IsErrorTerminal)} {SafeText.Clean(text)}");

    /// <summary>A table: drawn on a terminal, aligned columns of text elsewhere.</summary>
    public void Table(IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        if (rows.Count == 0)
        {
            return;
        }

        if (IsOutTerminal)
        {
            DrawTable(columns, rows);
        }
        else
        {
            WriteColumns(columns, rows);
        }
    }

    /// <summary>A console of Spectre's on the error output, for bars.</summary>
    public IAnsiConsole CreateScreen() => CreateScreen(_error, IsErrorTerminal);

    private void DrawTable(IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var table = new Table().Border(TableBorder.Rounded);
        foreach (string column in columns)
        {
            table.AddColumn(new TableColumn(new Text(SafeText.Clean(column), new Style(decoration: Decoration.Bold))));
        }

        foreach (IReadOnlyList<string> row in rows)
        {
            table.AddRow(row.Select(cell => new Text(SafeText.Clean(cell))));
        }

        CreateScreen(_out, IsOutTerminal).Write(table);
    }

    private void WriteColumns(IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        IReadOnlyList<string>[] lines = [columns, .. rows];
        string[][] clean = [.. lines.Select(line => line.Select(SafeText.Clean).ToArray())];
        int[] widths = [.. columns.Select((_, i) => clean.Max(line => line[i].Length))];
        foreach (string[] line in clean)
        {
            _out.WriteLine(string.Join("  ", line.Select((cell, i) => cell.PadRight(widths[i]))).TrimEnd());
        }
    }

    private IAnsiConsole CreateScreen(TextWriter writer, bool isTerminal)
    {
        IAnsiConsole screen = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Ansi = isTerminal ? AnsiSupport.Yes : AnsiSupport.No,
                ColorSystem = isTerminal && _hasColors ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
                Interactive = isTerminal ? InteractionSupport.Yes : InteractionSupport.No,
                Out = new AnsiConsoleOutput(writer),
            }
        );

        // A terminal without a size, as a script's, would leave no room for a word.
        if (screen.Profile.Width < 40)
        {
            screen.Profile.Width = 80;
        }

        return screen;
    }

    private string Paint(string text, Color color, bool isTerminal) =>
        isTerminal && _hasColors
            ? $"\e[{(color == Color.Red ? 31 : color == Color.Yellow ? 33 : 32)}m{text}\e[0m"
            : text;
}
