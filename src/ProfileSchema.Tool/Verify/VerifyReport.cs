using System.Globalization;
using ProfileSchema.Client;
using ProfileSchema.Tool.Output;
using ProfileSchema.Tool.Rows;

namespace ProfileSchema.Tool.Verify;

/// <summary>What was found of the rows of a sample: counts, names and lines, no id and no value.</summary>
/// <param name="rows">The rows that the sample was taken from.</param>
/// <param name="unreadable">Further rows of the file, which could not be read and so not be sent.</param>
internal sealed class VerifyReport(string file, long rows, long unreadable, ProfileRow[] sample, VerifyResult found)
{
    private const int MaxShown = 100;

    public int ExitCode =>
        found switch
        {
            { Unanswered: > 0 } => Tool.ExitCode.Service,
            _ when unreadable > 0 => Tool.ExitCode.DataErrors,
            { IsVerified: true, Rejected: 0 } => Tool.ExitCode.Success,
            { NotYet: > 0, Different: 0, NotFound: 0, Rejected: 0 } => Tool.ExitCode.NotYet,
            _ => Tool.ExitCode.DataErrors,
        };

    public void Write(ToolConsole console)
    {
        console.Line($"{file}: {Display.Count(sample.Length)} of {Display.Count(rows)} rows compared");
        console.Table(
            ["equal", "different", "not yet", "not found", "empty", "rejected", "unanswered"],
            [
                [
                    Display.Count(found.Equal),
                    Display.Count(found.Different),
                    Display.Count(found.NotYet),
                    Display.Count(found.NotFound),
                    Display.Count(found.Empty),
                    Display.Count(found.Rejected),
                    Display.Count(found.Unanswered),
                ],
            ]
        );
        console.Table(
            ["attribute", "equal", "different", "missing", "not yet"],
            [
                .. found.Parameters.Select(parameter =>
                    new[]
                    {
                        parameter.Name,
                        Display.Count(parameter.Equal),
                        Display.Count(parameter.Different),
                        Display.Count(parameter.Missing),
                        Display.Count(parameter.NotYet),
                    }
                ),
            ]
        );
        VerifiedProfile[] others = [.. found.Profiles.Where(IsShown)];
        foreach (VerifiedProfile profile in others.Take(MaxShown))
        {
            console.Line(string.Create(CultureInfo.InvariantCulture, $"{file}:{LineOf(profile)} {Describe(profile)}"));
        }

        if (others.Length > MaxShown)
        {
            console.Line($"{Display.Count(others.Length - MaxShown)} further rows; --json lists all.");
        }
    }

    public void WriteJson(ToolConsole console) =>
        console.Json(
            new
            {
                File = file,
                Rows = rows,
                Unreadable = unreadable,
                Compared = sample.Length,
                found.IsVerified,
                found.Equal,
                found.Different,
                found.NotYet,
                found.NotFound,
                found.Empty,
                found.Rejected,
                found.Unanswered,
                found.Parameters,
                Others = found
                    .Profiles.Where(IsShown)
                    .Select(profile => new
                    {
                        Line = LineOf(profile),
                        profile.Verdict,
                        profile.Message,
                        Parameters = profile.Parameters.Where(parameter =>
                            parameter.Verdict is not ParameterVerdict.Equal
                        ),
                    }),
            }
        );

    private static bool IsShown(VerifiedProfile profile) =>
        profile.Verdict is not (ProfileVerdict.Equal or ProfileVerdict.Empty);

    private long LineOf(VerifiedProfile profile) => sample[profile.Position].Line;

    /// <summary>The verdict and what is not equal: what the profile says of itself, without its place in the sample.</summary>
    private static string Describe(VerifiedProfile profile)
    {
        string text = profile.ToString();
        return text[(text.IndexOf(": ", StringComparison.Ordinal) + 2)..];
    }
}
