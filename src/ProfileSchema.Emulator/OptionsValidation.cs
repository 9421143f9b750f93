using System.Net;

namespace ProfileSchema.Emulator;

/// <summary>Says which option is out of its range, before anything listens.</summary>
internal static class OptionsValidation
{
    public static void Validate(TargetEmulatorOptions options)
    {
        Require(options.Port is >= 0 and <= IPEndPoint.MaxPort, "Port is 0 to 65535.");
        Require(options.ProcessingDelay >= TimeSpan.Zero, "ProcessingDelay is not negative.");
        Require(options.BulkCallsPerMinute is null or >= 0, "BulkCallsPerMinute is null or not negative.");
        Require(options.SingleUpdatesPerDay is null or >= 0, "SingleUpdatesPerDay is null or not negative.");
        Require(options.KeptStatuses >= 0, "KeptStatuses is not negative.");
        Require(options.StatusLifetime >= TimeSpan.Zero, "StatusLifetime is not negative.");
        Require(options.MaxRecordedCalls is null or >= 0, "MaxRecordedCalls is null or not negative.");
        Require(options.MaxRecordedBodyBytes is null or >= 0, "MaxRecordedBodyBytes is null or not negative.");
        Require(options.MaxRecordedBatches is null or >= 0, "MaxRecordedBatches is null or not negative.");
        Require(Enum.IsDefined(options.StatusReplyForm), "StatusReplyForm is one of its values.");
        Require(
            options.TokenRefusalStatus is HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized,
            "TokenRefusalStatus is 403 or 401 (AUTH-1)."
        );
        Require(
            options.ClientCodes.Concat(options.AccountTokens.Keys).All(ClientCode.IsValid),
            $"ClientCodes and AccountTokens name valid client codes: {ClientCode.Rule}"
        );

        void Require(bool holds, string rule)
        {
            if (!holds)
            {
                throw new ArgumentException(rule, nameof(options));
            }
        }
    }
}
