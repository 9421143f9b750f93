namespace ProfileSchema.Emulator;

/// <summary>Writes the status URL into the reply to a batch, in the form that its fault settings specify.</summary>
internal static class StatusUrl
{
    /// <summary>The name of an element of the reply (BULK-3).</summary>
    public const string Element = "batchStatus";

    private const string Edge = "http://mboxedge19.tt.omtrdc.net";

    /// <summary>What <see cref="StatusUrlForm.MoreParameters"/> adds to the query.</summary>
    public static string SuffixOf(StatusUrlForm form) =>
        form == StatusUrlForm.MoreParameters ? "&mboxPC=111492025094307-353046.28_0" : "";

    public static void AddTo(XmlReply reply, BatchFaultSettings settings, string origin, string pathAndQuery)
    {
        string? edge = settings.StatusUrlForm == StatusUrlForm.EdgeHost ? Edge : null;
        string url = (settings.StatusOrigin ?? edge ?? origin) + pathAndQuery;
        switch (settings)
        {
            case { StatusUrlOmission: StatusUrlOmission.Element }:
                break;
            case { StatusUrlOmission: StatusUrlOmission.Url }:
                reply.Add(Element, "");
                break;
            case { StatusUrlForm: StatusUrlForm.Escaped }:
                reply.Add(Element, url);
                break;
            default:
                // BULK-4: the service leaves the & in its URL as it is.
                reply.AddUnescaped(Element, url);
                break;
        }
    }
}
