using Microsoft.Extensions.Options;

namespace ProfileSchema.Client;

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
            .. from fault in ClientOptionsRules.Faults(options).Concat(TokenFaults(configuration))
            select Describe(name, configuration.Path, "ProfileClientOptions." + fault.Option, fault),
            .. from fault in BudgetFaults(configuration, options)
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

    private IEnumerable<OptionFault> BudgetFaults(ClientConfiguration configuration, ProfileClientOptions options)
    {
        if (configuration.Budget is not { } budget)
        {
            return [];
        }

        bool isAnotherSize = names
            .Select(name => configurations.Get(name.Value))
            .Any(other =>
                AccountBudgets.Codes.Equals(other.ClientCode, configuration.ClientCode)
                && other.Budget is not null
                && other.Budget != budget
            );
        (string Setting, string? Fault)[] judged =
        [
            (
                "",
                AccountBudgets.Codes.Equals(configuration.ClientCode, options.ClientCode)
                    ? null
                    : "stands beside another ClientCode than the client has. Set ClientCode there too, or "
                        + "ProfileClientOptions.Budget in the code"
            ),
            (
                "",
                isAnotherSize
                    ? "is not the same for all clients of the account, which share one budget. Set it for one of them"
                    : null
            ),
            (nameof(budget.BulkCallsPerMinute), budget.BulkCallsPerMinute > 0 ? null : "is less than one"),
            (
                nameof(budget.KeptForStatus),
                budget.KeptForStatus >= 0 && budget.KeptForStatus < Math.Max(budget.BulkCallsPerMinute, 1)
                    ? null
                    : "is not between zero and BulkCallsPerMinute, of which it must leave uploads at least one"
            ),
            (nameof(budget.SingleUpdatesPerDay), budget.SingleUpdatesPerDay > 0 ? null : "is less than one"),
        ];
        return from one in judged where one.Fault is not null select new OptionFault(Path(one.Setting), one.Fault);

        static string Path(string setting) => setting.Length == 0 ? "Budget" : $"Budget:{setting}";
    }
}
