using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace ProfileSchema.Emulator;

/// <summary>What is asked of a call before its API looks at it: method, account, token, budget.</summary>
internal sealed class Admission(TargetEmulatorOptions options, AccountDirectory accounts)
{
    /// <summary>Lets a call in, to an account, or says why not.</summary>
    public (TargetAccount? Account, Reply? No) Admit(IProfileApi api, ReceivedCall call, RequestTarget target)
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
        if (api.BudgetOf(account) is { } budget && !budget.TryTake())
        {
            string clause = api.Operation == TargetOperation.SingleUpdate ? "SINGLE-5" : "BULK-5";
            return Refuse(
                api,
                call,
                StatusCodes.Status503ServiceUnavailable,
                clause,
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

    private static (TargetAccount? Account, Reply? No) Refuse(
        IProfileApi api,
        ReceivedCall call,
        int status,
        string clause,
        string message
    )
    {
        call.ViolationLog.Refuse(new Refusal(clause, message));
        return (null, api.Refuse(status, message));
    }
}
