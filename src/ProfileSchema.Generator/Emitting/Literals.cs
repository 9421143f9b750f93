using Microsoft.CodeAnalysis.CSharp;

namespace ProfileSchema.Generator.Emitting;

/// <summary>Writes constants as C#.</summary>
internal static class Literals
{
    public static string Text(string value) => SymbolDisplay.FormatLiteral(value, quote: true);

    /// <param name="encoded">Percent-encoded, and so free of anything that a literal would have to escape.</param>
    public static string Utf8(string encoded) => $"\"{encoded}\"u8";
}
