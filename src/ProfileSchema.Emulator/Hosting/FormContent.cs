using System.Net.Http.Headers;

namespace ProfileSchema.Emulator;

/// <summary>The one media type in which updates are sent (SINGLE-1, BULK-2). A charset beside it is overlooked.</summary>
internal static class FormContent
{
    public static bool IsDeclaredBy(ReceivedCall call) =>
        call.Headers.TryGetValue("Content-Type", out string? value)
        && MediaTypeHeaderValue.TryParse(value, out MediaTypeHeaderValue? type)
        && string.Equals(type.MediaType, "application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase);
}
