namespace ProfileSchema.Client;

/// <summary>Represents the outcome of verifying one parameter of a profile.</summary>
/// <param name="Name">The name of the parameter.</param>
/// <param name="Verdict">How the parameter compares.</param>
/// <remarks>It contains neither of the two values, because they are personal data or hashes of it (HASH-1).</remarks>
public readonly record struct VerifiedParameter(string Name, ParameterVerdict Verdict);
