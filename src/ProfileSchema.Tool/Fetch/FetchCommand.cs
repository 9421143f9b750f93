using System.CommandLine;
using ProfileSchema.Client;
using ProfileSchema.Tool.Account;
using ProfileSchema.Tool.Output;
using ProfileSchema.Tool.Rows;

namespace ProfileSchema.Tool.Fetch;

/// <summary><c>fetch KEY --client CODE</c>: reads a profile back, for the question "did my attribute arrive?".</summary>
internal sealed class FetchCommand : ToolCommand
{
    private const string ExperienceCloudId = "ecid";
    private const int ShownCharacters = 200;

    private readonly ToolConsole _console;

    private readonly Argument<string> _key = new("KEY")
    {
        Description =
            "The id of the customer; - reads it from the standard input, so that no history of a shell keeps it.",
    };

    private readonly AccountOptions _account = new();

    private readonly Option<string> _keyKind = new("--key-kind")
    {
        Description = "Whose id it is: the customer's own, Target's, or the Experience Cloud's.",
        DefaultValueFactory = _ => KeyKinds.ThirdPartyId,
    };

    private readonly Option<bool> _json = new("--json") { Description = "Writes the profile as JSON, values whole." };

    public FetchCommand(ToolConsole console)
        : base(
            "fetch",
            "Reads a profile back. It lags behind an update by minutes to an hour. Exit code 5 if there is none.",
            "fetch M100001 --client acme",
            "fetch 111492025094307-353046 --key-kind pcId --client acme --json"
        )
    {
        _console = console;
        _keyKind.AcceptOnlyFromAmong(KeyKinds.ThirdPartyId, KeyKinds.PcId, ExperienceCloudId);
        Add(_key);
        _account.AddTo(this);
        Add(_keyKind, _json);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult result, CancellationToken cancellationToken)
    {
        string id = await ReadKeyAsync(result.GetRequiredValue(_key), cancellationToken);
        ProfileKey key = ToKey(id, result.GetRequiredValue(_keyKind));
        using ProfileClient client = await _account.ConnectAsync(result, cancellationToken);
        FetchedProfile? profile = await client.FetchAsync(key, cancellationToken);
        if (profile is null)
        {
            _console.Error("The service has no profile of this key, or none any more.");
            return ExitCode.NotFound;
        }

        if (result.GetValue(_json))
        {
            WriteJson(profile);
        }
        else
        {
            Write(profile);
        }

        return ExitCode.Success;
    }

    private static async Task<string> ReadKeyAsync(string argument, CancellationToken cancellationToken) =>
        argument == "-" ? await Console.In.ReadLineAsync(cancellationToken) ?? "" : argument;

    private static ProfileKey ToKey(string id, string kind)
    {
        try
        {
            return kind switch
            {
                KeyKinds.PcId => ProfileKey.PcId(id),
                ExperienceCloudId => ProfileKey.ExperienceCloudId(id),
                _ => ProfileKey.ThirdPartyId(id),
            };
        }
        catch (Exception exception) when (exception is ArgumentException or ProfileValidationException)
        {
            throw new ToolException(
                ExitCode.Usage,
                exception is ArgumentException argument ? ToolException.MessageOf(argument) : exception.Message
            );
        }
    }

    private void Write(FetchedProfile profile)
    {
        _console.Line($"client      {profile.Client}");
        _console.Line($"modified    {Display.Time(profile.ModifiedAt)}");
        _console.Table(
            ["attribute", "value", "modified"],
            [
                .. profile
                    .Attributes.OrderBy(attribute => attribute.Key, StringComparer.Ordinal)
                    .Select(attribute =>
                        new[]
                        {
                            attribute.Key,
                            SafeText.Shorten(attribute.Value.Value ?? "", ShownCharacters),
                            Display.Time(attribute.Value.ModifiedAt),
                        }
                    ),
            ]
        );
        if (profile.Attributes.Count == 0)
        {
            _console.Line("The profile has no attribute.");
        }
    }

    private void WriteJson(FetchedProfile profile) =>
        _console.Json(
            new
            {
                profile.Client,
                profile.ThirdPartyId,
                profile.PcId,
                profile.ExperienceCloudId,
                profile.ModifiedAt,
                profile.Attributes,
            }
        );
}
