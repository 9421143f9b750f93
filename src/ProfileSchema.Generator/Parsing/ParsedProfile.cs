using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ProfileSchema.Generator.Model;

namespace ProfileSchema.Generator.Parsing;

/// <summary>What the parser makes of a type: the generator keeps the spec, the analyzer keeps the diagnostics.</summary>
/// <param name="Spec">Null if a rule forbids a contract, or if the source does not compile anyway.</param>
internal readonly record struct ParsedProfile(ProfileSpec? Spec, ImmutableArray<Diagnostic> Diagnostics);
