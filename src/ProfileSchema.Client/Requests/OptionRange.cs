using System.Runtime.CompilerServices;

namespace ProfileSchema.Client;

/// <summary>Refuses values of options where they are set: says which option, what is wrong with it, and what to do.</summary>
internal static class OptionRange
{
    /// <param name="isWithin">Whether the value may be.</param>
    /// <param name="owner">The type that has the option.</param>
    /// <param name="fault">What is wrong and what to do, to stand after the name of the option; never the value.</param>
    /// <exception cref="ArgumentOutOfRangeException">It may not be.</exception>
    public static T Require<T>(
        T value,
        bool isWithin,
        string owner,
        string fault,
        [CallerMemberName] string option = ""
    ) => isWithin ? value : throw new ArgumentOutOfRangeException(option, $"{owner}.{option} {fault}.");
}
