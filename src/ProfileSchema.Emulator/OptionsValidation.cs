using System.Net;

namespace ProfileSchema.Emulator;

/// <summary>Validates the options before the server starts.</summary>
internal static class OptionsValidation
{
    public static void Validate(TargetEmulatorOptions options)
    {
        Require(options.Port is >= 0 and <= IPEndPoint.MaxPort, "Port must be between 0 and 65535.");
        Require(options.ProcessingDelay >= TimeSpan.Zero, "ProcessingDelay must not be negative.");
        Require(options.BulkCallsPerMinute is null or >= 0, "BulkCallsPerMinute must be null or not negative.");
        Require(options.SingleUpdatesPerDay is null or >= 0, "SingleUpdatesPerDay must be null or not negative.");
        Require(options.KeptStatuses >= 0, "KeptStatuses must not be negative.");
        Require(options.StatusLifetime >= TimeSpan.Zero, "StatusLifetime must not be negative.");
        Require(options.MaxRecordedCalls is null or >= 0, "MaxRecordedCalls must be null or not negative.");
        Require(options.MaxRecordedBodyBytes is null or >= 0, "MaxRecordedBodyBytes must be null or not negative.");
        Require(options.MaxRecordedBatches is null or >= 0, "MaxRecordedBatches must be null or not negative.");
        Require(Enum.IsDefined(options.StatusReplyForm), "StatusReplyForm must be a defined value.");
        Require(
            options.TokenRefusalStatus is HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized,
            "TokenRefusalStatus must be 403 or 401."
        );
        Require(
            options.ClientCodes.Concat(options.AccountTokens.Keys).All(ClientCode.IsValid),
            $"ClientCodes and AccountTokens must contain valid client codes: {ClientCode.Rule}"
        );

        void Require(bool isValid, string message)
        {
            if (!isValid)
            {
                throw new ArgumentException(message, nameof(options));
            }
        }
    }
}
