using System.Text.Json.Serialization;

namespace ProfileSchema.Benchmarks.Ratios;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(List<RatioResult>))]
internal sealed partial class RatioJson : JsonSerializerContext;
