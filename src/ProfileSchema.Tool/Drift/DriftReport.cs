using ProfileSchema.Client;
using ProfileSchema.Tool.Output;
using ProfileSchema.Tool.Schema;

namespace ProfileSchema.Tool.Drift;

/// <summary>The names that differ, with the profiles that send them.</summary>
internal sealed class DriftReport(ProfileDrift drift, IReadOnlyList<ProfileDictionary> profiles)
{
    public void Write(ToolConsole console)
    {
        string[][] rows =
        [
            .. drift.DifferentInCase.Select(pair =>
                new[] { pair.Sent, $"different in case: known as {pair.Known}", SendersOf(pair.Sent) }
            ),
            .. drift.SentButUnknown.Select(name => new[] { name, "sent but unknown", SendersOf(name) }),
            .. drift.KnownButNeverSent.Select(name => new[] { name, "known but never sent", "" }),
        ];
        console.Table(["attribute", "finding", "profiles"], rows);
        console.Line(
            $"{Display.Count(drift.SentButUnknown.Count)} sent but unknown, {Display.Count(drift.DifferentInCase.Count)} different in case, "
                + $"{Display.Count(drift.KnownButNeverSent.Count)} known but never sent"
        );
    }

    public void WriteJson(ToolConsole console) =>
        console.Json(
            new
            {
                drift.HasDrift,
                SentButUnknown = drift.SentButUnknown.Select(name => new { Name = name, Profiles = Senders(name) }),
                DifferentInCase = drift.DifferentInCase.Select(pair => new
                {
                    pair.Sent,
                    pair.Known,
                    Profiles = Senders(pair.Sent),
                }),
                drift.KnownButNeverSent,
            }
        );

    private string SendersOf(string name) => string.Join(", ", Senders(name));

    private IEnumerable<string> Senders(string name) =>
        profiles
            .Where(profile => profile.Parameters.Any(parameter => parameter.Name == name))
            .Select(profile => profile.TypeName);
}
