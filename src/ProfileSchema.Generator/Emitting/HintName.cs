using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using ProfileSchema.Generator.Model;

namespace ProfileSchema.Generator.Emitting;

/// <summary>Names the generated file after the full metadata name of the type, so that no two are the same.</summary>
internal static class HintName
{
    /// <param name="twins">The names that differ in case only; each of them gets its place among them as a suffix.</param>
    public static string For(ProfileSpec spec, EquatableArray<string> twins)
    {
        string metadataName = spec.Hierarchy.MetadataName;
        var name = new StringBuilder(metadataName.Length + 8);
        foreach (char c in metadataName)
        {
            // Identifiers may contain characters that the compiler doesn't accept here. None contains a hyphen.
            name.Append(c < 0x80 ? c.ToString() : $"-{((int)c).ToString("x4", CultureInfo.InvariantCulture)}");
        }

        for (int i = 0; i < twins.Count; i++)
        {
            if (twins[i] == metadataName)
            {
                name.Append('.').Append((i + 1).ToString(CultureInfo.InvariantCulture));
            }
        }

        return name.Append(spec.Place is null ? ".Profile.g.cs" : ".ProfileContractFor.g.cs").ToString();
    }

    /// <summary>The metadata names that differ from another in case only. The compiler takes the names of their files for the same.</summary>
    public static EquatableArray<string> Twins(ImmutableArray<string> metadataNames) =>
        [
            .. metadataNames
                .GroupBy(static name => name, StringComparer.OrdinalIgnoreCase)
                .Where(static twins => twins.Skip(1).Any())
                .SelectMany(static twins => twins)
                .OrderBy(static name => name, StringComparer.Ordinal),
        ];
}
