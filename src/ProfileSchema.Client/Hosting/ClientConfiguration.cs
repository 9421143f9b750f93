namespace ProfileSchema.Client;

/// <summary>The settings of a client that a configuration can hold, as they are named there. What is null was not set.</summary>
internal sealed class ClientConfiguration
{
    /// <summary>Where it was read, for messages.</summary>
    internal string Path { get; set; } = "";

    public string? ClientCode { get; set; }

    public Uri? BaseAddress { get; set; }

    public string? Token { get; set; }

    public TimeSpan? RequestTimeout { get; set; }

    public int? MaxAttempts { get; set; }

    public BudgetConfiguration? Budget { get; set; }

    public void CopyTo(ProfileClientOptions options)
    {
        options.ClientCode = ClientCode ?? options.ClientCode;
        options.BaseAddress = BaseAddress ?? options.BaseAddress;
        options.RequestTimeout = RequestTimeout ?? options.RequestTimeout;
        options.MaxAttempts = MaxAttempts ?? options.MaxAttempts;
        if (BearerToken.Fault(Token) is null)
        {
            options.TokenSource = ProfileTokenSource.Fixed(Token!);
        }
    }
}

/// <summary>The share of an account's calls that this program may use.</summary>
internal sealed record BudgetConfiguration
{
    public int BulkCallsPerMinute { get; set; } = 50;

    public int KeptForStatus { get; set; } = 10;

    public int SingleUpdatesPerDay { get; set; } = 1_000_000;
}
