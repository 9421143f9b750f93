using System.CommandLine;

namespace ProfileSchema.Tool.Account;

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
