using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;
using ProfileSchema.Generator.Model;

namespace ProfileSchema.Generator.Emitting;

/// <summary>Writes constants as C#.</summary>
internal static class Literals
{
    public static string Text(string? value) =>
        value is null ? "null" : SymbolDisplay.FormatLiteral(value, quote: true);

    public static string Character(char value) => SymbolDisplay.FormatLiteral(value, quote: true);

    /// <param name="encoded">Percent-encoded, and so free of anything that a literal would have to escape.</param>
    public static string Utf8(string encoded) => $"\"{encoded}\"u8";

    public static string Hash(HashKind hash) => $"global::ProfileSchema.ProfileHash.{hash}";

    public static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>The last argument of a call, unless it is the usual one.</summary>
    public static string LengthArgument(int maxLength) =>
        maxLength is ParameterFacts.UsualMaxLength ? "" : $", {Number(maxLength)}";
}
