namespace ProfileSchema.Emulator.Calls;

/// <summary>Headers that must not travel with a customer's data.</summary>
internal static class HeaderRules
{
    private static readonly (string Header, string Rule, string Message)[] Forbidden =
    [
        ("Cookie", "HTTP-1", "A cookie was sent; it can carry the mboxPC of another visitor."),
        ("traceparent", "HTTP-1", "A trace header was sent."),
        ("tracestate", "HTTP-1", "A trace header was sent."),
        ("Request-Id", "HTTP-1", "A trace header was sent."),
        ("baggage", "HTTP-1", "Baggage was sent."),
        ("Correlation-Context", "HTTP-1", "Baggage was sent."),
    ];

    private static readonly (string Header, string Rule, string Message) AdobeKey = (
        "X-Api-Key",
        "AUTH-4",
        "The key of Adobe I/O was sent to a Profile API."
    );

    private static readonly (string Header, string Rule, string Message) Token = (
        "Authorization",
        "DELIVERY-4",
        "A token was sent to the Delivery API, which requires none."
    );

    public static void Report(ReceivedCall call)
    {
        foreach ((string header, string rule, string message) in ForbiddenTo(call.Operation))
        {
            if (call.Headers.ContainsKey(header))
            {
                call.ViolationLog.Report(rule, message);
            }
        }
    }

    private static (string Header, string Rule, string Message)[] ForbiddenTo(TargetOperation operation) =>
        operation switch
        {
            TargetOperation.ProfileAttributes => Forbidden,
            TargetOperation.Delivery => [.. Forbidden, AdobeKey, Token],
            _ => [.. Forbidden, AdobeKey],
        };
}
