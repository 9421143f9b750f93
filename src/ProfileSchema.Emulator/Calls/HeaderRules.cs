namespace ProfileSchema.Emulator;

/// <summary>Headers that must not travel with a customer's data.</summary>
internal static class HeaderRules
{
    private static readonly (string Header, string Clause, string Message)[] Forbidden =
    [
        ("Cookie", "HTTP-1", "A cookie was sent: one person's mboxPC may travel with the call of another."),
        ("traceparent", "HTTP-1", "A trace header was sent."),
        ("tracestate", "HTTP-1", "A trace header was sent."),
        ("Request-Id", "HTTP-1", "A trace header was sent."),
        ("baggage", "HTTP-1", "Baggage was sent."),
        ("Correlation-Context", "HTTP-1", "Baggage was sent."),
        ("X-Api-Key", "AUTH-4", "The key of Adobe I/O was sent to a Profile API."),
    ];

    public static void Report(ReceivedCall call)
    {
        foreach ((string header, string clause, string message) in Forbidden)
        {
            if (call.Headers.ContainsKey(header))
            {
                call.ViolationLog.Report(clause, message);
            }
        }
    }
}
