namespace ProfileSchema.Client.Http;

/// <summary>What is wrong with the options of a client, each option by its name.</summary>
internal static class ClientOptionsRules
{
    public static IEnumerable<OptionFault> Faults(ProfileClientOptions options)
    {
        (string Option, string? Fault)[] judged =
        [
            (nameof(options.ClientCode), OptionRules.LabelFault(options.ClientCode)),
            (
                nameof(options.BaseAddress),
                options.BaseAddress is null ? null : OptionRules.AddressFault(options.BaseAddress)
            ),
            (nameof(options.RequestTimeout), OptionRules.SpanFault(options.RequestTimeout)),
            (nameof(options.MaxAttempts), options.MaxAttempts > 0 ? null : "must be at least 1"),
            (
                nameof(options.TimeProvider),
                options.TimeProvider is null ? "must not be null. Omit it to use TimeProvider.System" : null
            ),
        ];
        return from one in judged where one.Fault is not null select new OptionFault(one.Option, one.Fault);
    }
}
