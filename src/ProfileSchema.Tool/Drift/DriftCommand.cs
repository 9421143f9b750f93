using System.CommandLine;
using ProfileSchema.Client;
using ProfileSchema.Tool.Account;
using ProfileSchema.Tool.Output;
using ProfileSchema.Tool.Schema;

namespace ProfileSchema.Tool.Drift;

/// <summary><c>drift ASSEMBLY --tenant TENANT</c>: compares the contracts of an assembly with the attributes that an account knows.</summary>
internal sealed class DriftCommand : ToolCommand
{
    private readonly ToolConsole _console;

    private readonly Argument<string> _assembly = new("ASSEMBLY")
    {
        Description = "The built assembly (.dll) that declares the profiles, beside what it depends on. It is loaded.",
    };

    private readonly AdobeOptions _adobe = new();
    private readonly Option<bool> _json = new("--json") { Description = "Writes the lists as JSON." };

    public DriftCommand(ToolConsole console)
        : base(
            "drift",
            "Compares the profiles in an assembly with the attributes that an account knows. The assembly is loaded, so use it on "
                + "your own only. Exit code 1 if something is sent that the account does not know, or knows in another case.",
            "drift bin/Release/net10.0/Loyalty.dll --tenant acme --api-key KEY",
            "drift Loyalty.dll --tenant acme --api-key KEY --adobe-token-file token.txt --json"
        )
    {
        _console = console;
        Add(_assembly);
        _adobe.AddTo(this);
        Add(_json);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult result, CancellationToken cancellationToken)
    {
        using AdobeAttributeSource source = await _adobe.ConnectAsync(result, cancellationToken);
        IReadOnlyList<ProfileDictionary> profiles = ProfileAssembly.Read(result.GetRequiredValue(_assembly), _console);
        ProfileDrift drift = await source.CompareAsync(
            profiles.SelectMany(profile => profile.Parameters),
            cancellationToken
        );
        var report = new DriftReport(drift, profiles);
        if (result.GetValue(_json))
        {
            report.WriteJson(_console);
        }
        else
        {
            report.Write(_console);
        }

        return drift.HasDrift ? ExitCode.DataErrors : ExitCode.Success;
    }
}
