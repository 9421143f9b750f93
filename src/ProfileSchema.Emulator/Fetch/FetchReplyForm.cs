namespace ProfileSchema.Emulator;

/// <summary>Specifies which of the documented forms the IDs in a fetched profile have (FETCH-1).</summary>
public enum FetchReplyForm
{
    /// <summary><c>visitorId</c> is an object with <c>tntId</c>, <c>thirdPartyId</c> and <c>marketingCloudVisitorId</c>.</summary>
    Ids,

    /// <summary><c>visitorId</c> is the ID in the request, as text.</summary>
    AskedId,

    /// <summary>The older form: <c>mboxPC</c> and <c>thirdPartyId</c> beside <c>client</c>.</summary>
    Older,
}
