using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ProfileSchema.Generator.Model;

namespace ProfileSchema.Generator.Parsing;

/// <summary>The result of parsing a type: the generator uses the spec, and the analyzer uses the diagnostics.</summary>
/// <param name="Spec">Null if a rule forbids a contract, or if the source does not compile anyway.</param>
internal readonly record struct ParsedProfile(ProfileSpec? Spec, ImmutableArray<Diagnostic> Diagnostics);
