using System.Text.Json;
using ProfileSchema.Benchmarks.Rows;

namespace ProfileSchema.Benchmarks.Peers;

/// <summary>The same rows as JSON, by the platform's source generator.</summary>
internal sealed class JsonPeer(Member[] rows, FixedBuffer output) : IPeer
{
    public string Name => "System.Text.Json, source-generated";

    public ReadOnlySpan<byte> Write()
    {
        output.Reset();
        using var writer = new Utf8JsonWriter(output, new JsonWriterOptions { SkipValidation = true });
        JsonSerializer.Serialize(writer, rows, MemberJson.Default.MemberArray);
        writer.Flush();
        return output.Written;
    }
}
