using System.Net.Http.Headers;

namespace ProfileSchema.Client.Http;

/// <summary>The type of every body that is sent: a form's, for batch files too (SINGLE-1, BULK-2).</summary>
internal static class FormContent
{
    public static MediaTypeHeaderValue Type => new("application/x-www-form-urlencoded");
}
