using System.CommandLine.Parsing;
using System.Globalization;

namespace ProfileSchema.Tool;

/// <summary>Numbers of the command line that have limits.</summary>
internal static class OptionRange
{
    /// <summary>Holds a number to its limits; what is no number at all the library says.</summary>
    public static void Require(OptionResult result, int lowest, int highest)
    {
        if (
            result.Tokens.Count == 1
            && double.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out double value)
            && !(value >= lowest && value <= highest)
        )
        {
            result.AddError(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{result.Option.Name} takes a number from {lowest} to {highest}."
                )
            );
        }
    }
}
