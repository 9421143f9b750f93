using System.Text.Json.Serialization;

namespace ProfileSchema.Benchmarks.Ratios;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    WriteIndented = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(List<RatioResult>))]
internal sealed partial class RatioJson : JsonSerializerContext;
