using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using ProfileSchema.Emulator.Accounts;
using ProfileSchema.Emulator.Apis;
using ProfileSchema.Emulator.Calls;
using ProfileSchema.Emulator.Replies;

namespace ProfileSchema.Emulator.Hosting;

/// <summary>Checks a call before its API processes it: method, account, token, limit.</summary>
internal sealed class RequestGate(TargetEmulatorOptions options, AccountDirectory accounts)
{
    /// <summary>Returns the account of the call, or the reply that refuses it.</summary>
    public (TargetAccount? Account, Reply? Refusal) Admit(IProfileApi api, ReceivedCall call, RequestTarget target)
    {
        if (!api.Methods.Contains(call.Method, StringComparer.Ordinal))
        {
            return Refuse(
                api,
                call,
                StatusCodes.Status405MethodNotAllowed,
                api.Rule,
                "The API doesn't support this method."
            );
        }

        // FETCH-2 documents 400 for a fetch; the others do alike.
        if (call.ClientCode is null || accounts.Find(call.ClientCode) is not { } account)
        {
            return Refuse(api, call, StatusCodes.Status400BadRequest, "ID-6", "The client code is unknown.");
        }

        if (api.AsksForToken && account.RequiredToken is { } token && !Carries(call, token))
        {
            const string Message = "The profile token is missing or isn't the current one.";
            return Refuse(api, call, (int)options.TokenRefusalStatus, "AUTH-1", Message);
        }

        // BULK-5, SINGLE-5
        if (api.LimitOf(account) is { } limit && !limit.TryTake())
        {
            string rule = api.Operation == TargetOperation.SingleUpdate ? "SINGLE-5" : "BULK-5";
            return Refuse(
                api,
                call,
                StatusCodes.Status503ServiceUnavailable,
                rule,
                "The account exceeded its rate limit."
            );
        }

        return api.Enter(call, target, account) is var (status, refusal)
            ? Refuse(api, call, status, refusal.Rule, refusal.Message)
            : (account, null);
    }

    private static bool Carries(ReceivedCall call, string token) =>
        call.Headers.TryGetValue("Authorization", out string? sent)
        && CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(sent),
            Encoding.UTF8.GetBytes($"Bearer {token}")
        );

    private static (TargetAccount? Account, Reply? Refusal) Refuse(
        IProfileApi api,
        ReceivedCall call,
        int status,
        string rule,
        string message
    ) => (null, api.Refuse(call, status, new Refusal(rule, message)));
}
