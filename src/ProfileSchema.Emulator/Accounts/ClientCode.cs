using System.Buffers;

namespace ProfileSchema.Emulator;

/// <summary>The code that names an account, in paths and host names alike.</summary>
internal static class ClientCode
{
    public const string Rule = "1 to 63 letters, digits and hyphens, no hyphen at either end (ID-6).";

    private const int MaxLength = 63;

    private static readonly SearchValues<char> Allowed = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-"
    );

    // ID-6
    public static bool IsValid(string code) =>
        code.Length is > 0 and <= MaxLength
        && !code.AsSpan().ContainsAnyExcept(Allowed)
        && code[0] != '-'
        && code[^1] != '-';
}
