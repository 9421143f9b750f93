using System.CommandLine;
using ProfileSchema.Client;

namespace ProfileSchema.Tool.Account;

/// <summary>Whose account, where it is, and with which token: the options of every command that calls the service.</summary>
internal sealed class AccountOptions
{
    private readonly Option<string> _client = new("--client")
    {
        Description = "The client code of the account, as in CODE.tt.omtrdc.net.",
        HelpName = "CODE",
        Required = true,
    };

    private readonly Option<Uri?> _baseAddress = AddressOption.Create(
        "Where the service is, for an emulator (http://127.0.0.1:PORT) or a gateway (https)."
    );

    private readonly TokenOptions _token = new("--token", "PROFILESCHEMA_TOKEN", "of the account, if it asks for one");

    public void AddTo(Command command)
    {
        command.Options.Add(_client);
        command.Options.Add(_baseAddress);
        _token.AddTo(command);
    }

    public string ClientCode(ParseResult result) => result.GetRequiredValue(_client);

    public Uri? BaseAddress(ParseResult result) => result.GetValue(_baseAddress);

    /// <summary>A client of the account.</summary>
    /// <exception cref="ToolException">An option is not valid, or the token cannot be read.</exception>
    public async Task<ProfileClient> ConnectAsync(ParseResult result, CancellationToken cancellationToken)
    {
        var options = new ProfileClientOptions
        {
            ClientCode = ClientCode(result),
            BaseAddress = BaseAddress(result),
            TokenSource = await _token.ReadAsync(result, cancellationToken),
        };
        return ToolException.Make(() => new ProfileClient(options));
    }
}

/// <summary>The option that says where a service is.</summary>
internal static class AddressOption
{
    public static Option<Uri?> Create(string description) =>
        new("--base-address")
        {
            Description = description,
            HelpName = "ADDRESS",
            CustomParser = argument =>
            {
                if (Uri.TryCreate(argument.Tokens[0].Value, UriKind.Absolute, out Uri? address))
                {
                    return address;
                }

                argument.AddError("--base-address is no address. Give it whole, such as http://127.0.0.1:8080.");
                return null;
            },
        };
}
