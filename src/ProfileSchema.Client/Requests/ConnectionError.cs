namespace ProfileSchema.Client;

/// <summary>Says that no answer came, in words without the address of the call, whose path and query hold ids (HTTP-2).</summary>
internal static class ConnectionError
{
    public static ProfileRequestException Failed(Uri address, HttpRequestError error) =>
        new($"The service at {address.Host} did not answer ({error}). Check the network and the base address.")
        {
            MayPass = true,
        };

    public static ProfileRequestException Broke(Uri address) =>
        new($"The connection to {address.Host} broke while the answer was read.") { MayPass = true };

    public static ProfileRequestException TimedOut(Uri address, TimeSpan timeout) =>
        new(
            FormattableString.Invariant(
                $"The service at {address.Host} did not answer within {timeout.TotalSeconds:0} seconds."
            )
        )
        {
            MayPass = true,
        };

    public static ProfileRequestException Stalled(Uri address, TimeSpan timeout) =>
        new(
            FormattableString.Invariant(
                $"The service at {address.Host} took nothing of the file for {timeout.TotalSeconds:0} seconds (BULK-9)."
            )
        )
        {
            MayPass = true,
        };
}
