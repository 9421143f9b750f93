namespace ProfileSchema.Client;

/// <summary>What became of one parameter of a profile.</summary>
/// <param name="Name">The name of the parameter.</param>
/// <param name="Verdict">How it compares.</param>
/// <remarks>It holds neither of the two values: they are personal data, or the hash of some (HASH-1).</remarks>
public readonly record struct VerifiedParameter(string Name, ParameterVerdict Verdict);
