using System.CommandLine;
using System.Text.Json;
using ProfileSchema.Client;
using ProfileSchema.Tool.Account;
using ProfileSchema.Tool.Output;
using ProfileSchema.Tool.Rows;

namespace ProfileSchema.Tool.Fetch;

/// <summary><c>fetch KEY --client CODE</c>: reads a profile back, for the question "did my attribute arrive?".</summary>
internal static class FetchCommand
{
    private const string ExperienceCloudId = "ecid";
    private const int ShownCharacters = 200;

    public static Command Create(ToolConsole console)
    {
        var key = new Argument<string>("KEY")
        {
            Description =
                "The id of the customer; - reads it from the standard input, so that no history of a shell keeps it.",
        };
        var account = new AccountOptions();
        var keyKind = new Option<string>("--key-kind")
        {
            Description = "Whose id it is: the customer's own, Target's, or the Experience Cloud's.",
            DefaultValueFactory = _ => KeyKinds.ThirdPartyId,
        };
        keyKind.AcceptOnlyFromAmong(KeyKinds.ThirdPartyId, KeyKinds.PcId, ExperienceCloudId);
        var json = new Option<bool>("--json") { Description = "Writes the profile as JSON, values whole." };
        var command = new ToolCommand(
            "fetch",
            "Reads a profile back. It lags behind an update by minutes to an hour. Exit code 5 if there is none.",
            "fetch M100001 --client acme",
            "fetch 111492025094307-353046 --key-kind pcId --client acme --json"
        )
        {
            key,
        };
        account.AddTo(command);
        command.Options.Add(keyKind);
        command.Options.Add(json);
        command.SetAction(
            async (result, cancellationToken) =>
            {
                string id = await ReadKeyAsync(result.GetRequiredValue(key), cancellationToken);
                ProfileKey profileKey = ToKey(id, result.GetRequiredValue(keyKind));
                using ProfileClient client = await account.ConnectAsync(result, cancellationToken);
                FetchedProfile? profile = await client.FetchAsync(profileKey, cancellationToken);
                if (profile is null)
                {
                    console.Error("The service has no profile of this key, or none any more.");
                    return ExitCode.NotFound;
                }

                if (result.GetValue(json))
                {
                    WriteJson(profile, console);
                }
                else
                {
                    Write(profile, console);
                }

                return ExitCode.Success;
            }
        );
        return command;
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

    private static void Write(FetchedProfile profile, ToolConsole console)
    {
        console.Line($"client      {profile.Client}");
        console.Line($"modified    {Display.Time(profile.ModifiedAt)}");
        console.Table(
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
            console.Line("The profile has no attribute.");
        }
    }

    private static void WriteJson(FetchedProfile profile, ToolConsole console)
    {
        using Stream output = console.OpenOut();
        JsonSerializer.Serialize(
            output,
            new
            {
                profile.Client,
                profile.ThirdPartyId,
                profile.PcId,
                profile.ExperienceCloudId,
                profile.ModifiedAt,
                profile.Attributes,
            },
            Display.Json
        );
        output.Write("\n"u8);
    }
}
