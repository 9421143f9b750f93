using System.CommandLine;
using ProfileSchema.Client;
using ProfileSchema.Tool.Account;
using ProfileSchema.Tool.Output;
using ProfileSchema.Tool.Schema;

namespace ProfileSchema.Tool.Drift;

/// <summary><c>drift ASSEMBLY --tenant TENANT</c>: compares the contracts of an assembly with the attributes that an account knows.</summary>
internal sealed class DriftCommand
{
    private readonly Argument<string> _assembly = new("ASSEMBLY")
    {
        Description = "The built assembly (.dll) that declares the profiles, beside what it depends on. It is loaded.",
    };

    private readonly AdobeOptions _adobe = new();
    private readonly Option<bool> _json = new("--json") { Description = "Writes the lists as JSON." };

    public static Command Create(ToolConsole console)
    {
        var drift = new DriftCommand();
        var command = new ToolCommand(
            "drift",
            "Compares the profiles in an assembly with the attributes that an account knows. The assembly is loaded, so use it on "
                + "your own only. Exit code 1 if something is sent that the account does not know, or knows in another case.",
            "drift bin/Release/net10.0/Loyalty.dll --tenant acme --api-key KEY",
            "drift Loyalty.dll --tenant acme --api-key KEY --adobe-token-file token.txt --json"
        )
        {
            drift._assembly,
        };
        drift._adobe.AddTo(command);
        command.Options.Add(drift._json);
        command.SetAction((result, cancellationToken) => drift.RunAsync(result, console, cancellationToken));
        return command;
    }

    private async Task<int> RunAsync(ParseResult result, ToolConsole console, CancellationToken cancellationToken)
    {
        string path = result.GetRequiredValue(_assembly);
        using AdobeAttributeSource source = await _adobe.ConnectAsync(result, cancellationToken);
        console.Note($"Loading {path}. Its code is in this process from here on.");
        IReadOnlyList<ProfileDictionary> profiles = ProfileAssembly.Read(path);
        if (profiles.Count == 0)
        {
            console.Error($"{path} declares no profile: no type is marked [Profile] or [ProfileContractFor].");
            return ExitCode.NotFound;
        }

        ProfileDrift drift = await source.CompareAsync(
            profiles.SelectMany(profile => profile.Parameters),
            cancellationToken
        );
        var report = new DriftReport(drift, profiles);
        if (result.GetValue(_json))
        {
            report.WriteJson(console.OpenOut());
        }
        else
        {
            report.Write(console);
        }

        return drift.HasDrift ? ExitCode.DataErrors : ExitCode.Success;
    }
}
