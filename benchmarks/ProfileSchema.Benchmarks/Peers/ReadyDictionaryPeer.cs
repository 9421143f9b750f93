using System.Text.Json;
using ProfileSchema.Benchmarks.Rows;

namespace ProfileSchema.Benchmarks.Peers;

/// <summary>The same dictionaries, filled beforehand: what serializing alone takes, without any value turned into text.</summary>
internal sealed class ReadyDictionaryPeer(Visitor[] visitors, FixedBuffer output) : IPeer
{
    private readonly Dictionary<string, string>[] _values = Array.ConvertAll(visitors, DictionaryPeer.Values);
    private readonly Utf8JsonWriter _writer = new(output, DictionaryJson.WriterOptions);

    public string Name => "System.Text.Json, dictionaries filled before";

    public ReadOnlySpan<byte> Write()
    {
        output.Reset();
        foreach (Dictionary<string, string> values in _values)
        {
            _writer.Reset(output);
            JsonSerializer.Serialize(_writer, values, DictionaryJson.Default.DictionaryStringString);
            _writer.Flush();
        }

        return output.Written;
    }
}
