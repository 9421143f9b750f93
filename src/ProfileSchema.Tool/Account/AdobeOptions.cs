using System.CommandLine;
using ProfileSchema.Client;

namespace ProfileSchema.Tool.Account;

/// <summary>How Adobe I/O is reached (AUTH-2): the options of the commands that ask it and not the account itself.</summary>
internal sealed class AdobeOptions
{
    private const string DefaultVariable = "PROFILESCHEMA_ADOBE_TOKEN";

    private readonly Option<string> _tenant = new("--tenant")
    {
        Description = "The tenant, as in mc.adobe.io/TENANT/target.",
        HelpName = "TENANT",
        Required = true,
    };

    private readonly Option<string> _apiKey = new("--api-key")
    {
        Description = "The API key (client id) of the Adobe I/O integration. It is no secret.",
        HelpName = "KEY",
        Required = true,
    };

    private readonly Option<Uri?> _baseAddress = AddressOption.Create(
        "Where Adobe I/O is, for an emulator (http://127.0.0.1:PORT) or a gateway (https)."
    );

    private readonly TokenOptions _token = new("--adobe-token", DefaultVariable, "of the Adobe I/O integration");

    public void AddTo(Command command)
    {
        command.Options.Add(_tenant);
        command.Options.Add(_apiKey);
        command.Options.Add(_baseAddress);
        _token.AddTo(command);
    }

    /// <summary>A source of the account's attributes.</summary>
    /// <exception cref="ToolException">An option is not valid, or there is no token.</exception>
    public async Task<AdobeAttributeSource> ConnectAsync(ParseResult result, CancellationToken cancellationToken)
    {
        ProfileTokenSource token =
            await _token.ReadAsync(result, cancellationToken)
            ?? throw new ToolException(
                ExitCode.Usage,
                $"Adobe I/O asks for a token: set {DefaultVariable}, or say --adobe-token-file or --adobe-token-stdin."
            );
        var options = new AdobeTokenOptions
        {
            Tenant = result.GetRequiredValue(_tenant),
            ApiKey = result.GetRequiredValue(_apiKey),
            AccessToken = ct => token.GetTokenAsync(ct).AsTask(),
        };
        options.BaseAddress = result.GetValue(_baseAddress) ?? options.BaseAddress;
        return ToolException.Make(() => new AdobeAttributeSource(options));
    }
}
