using System.Text.Json.Serialization;

namespace ProfileSchema.Benchmarks.Rows;

/// <summary>What System.Text.Json's generator makes for the same rows, with its fast path.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    GenerationMode = JsonSourceGenerationMode.Serialization
)]
[JsonSerializable(typeof(Member[]))]
internal sealed partial class MemberJson : JsonSerializerContext;
