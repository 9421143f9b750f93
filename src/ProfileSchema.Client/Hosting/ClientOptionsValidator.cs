using Microsoft.Extensions.Options;
using ProfileSchema.Client.Http;

namespace ProfileSchema.Client.Hosting;

/// <summary>
/// Says what is wrong with the options of a client when the program starts: each setting by the name that it has in the code and in
/// the configuration, the fault and the remedy, and never the value.
/// </summary>
internal sealed class ClientOptionsValidator(
    IOptionsMonitor<ClientConfiguration> configurations,
    IEnumerable<ClientName> names
) : IValidateOptions<ProfileClientOptions>
{
    public ValidateOptionsResult Validate(string? name, ProfileClientOptions options)
    {
        if (name is null || !names.Contains(new ClientName(name)))
        {
            return ValidateOptionsResult.Skip;
        }

        ClientConfiguration configuration = configurations.Get(name);
        string[] failures =
        [
            .. from fault in ClientSettings.Faults(options).Concat(TokenFaults(configuration))
            select Describe(name, configuration.Path, "ProfileClientOptions." + fault.Option, fault),
            .. from fault in QuotaFaults(configuration, options)
            select Describe(name, configuration.Path, fault.Option, fault),
        ];
        return failures.Length > 0 ? ValidateOptionsResult.Fail(failures) : ValidateOptionsResult.Success;
    }

    private static string Describe(string name, string path, string subject, OptionFault fault)
    {
        string client = name.Length > 0 ? $" of the client '{name}'" : "";
        string place = path.Length > 0 ? $" (configuration {path}:{fault.Option})" : "";
        return $"{subject}{client}{place} {fault.Fault}.";
    }

    private static IEnumerable<OptionFault> TokenFaults(ClientConfiguration configuration)
    {
        if (configuration.Token is not null && BearerToken.Fault(configuration.Token) is { } fault)
        {
            yield return new OptionFault(nameof(configuration.Token), fault);
        }
    }

    private IEnumerable<OptionFault> QuotaFaults(ClientConfiguration configuration, ProfileClientOptions options)
    {
        if (configuration.Quota is not { } quota)
        {
            yield break;
        }

        if (!AccountQuotas.Codes.Equals(configuration.ClientCode, options.ClientCode))
        {
            yield return new OptionFault(
                "Quota",
                "was configured for a different ClientCode. Set the same ClientCode in this section, or set ProfileClientOptions.Quota in code"
            );
        }

        bool isAnotherSize = names
            .Select(name => configurations.Get(name.Value))
            .Any(other =>
                AccountQuotas.Codes.Equals(other.ClientCode, configuration.ClientCode)
                && other.Quota?.IsSameAs(quota) is false
            );
        if (isAnotherSize)
        {
            yield return new OptionFault(
                "Quota",
                "is not the same for all clients of the account, which share one quota. Set it for one of them"
            );
        }

        foreach (OptionFault fault in quota.Faults())
        {
            yield return fault with
            {
                Option = $"Quota:{fault.Option}",
            };
        }
    }
}
