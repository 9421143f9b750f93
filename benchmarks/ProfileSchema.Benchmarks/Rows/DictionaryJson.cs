using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ProfileSchema.Benchmarks.Rows;

/// <summary>What System.Text.Json's generator makes for values by name.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Serialization)]
[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class DictionaryJson : JsonSerializerContext
{
    public static JsonWriterOptions WriterOptions { get; } =
        new() { SkipValidation = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
