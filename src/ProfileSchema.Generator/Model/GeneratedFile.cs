namespace ProfileSchema.Generator.Model;

/// <summary>A file of generated source.</summary>
internal sealed record GeneratedFile(string HintName, string Text);
