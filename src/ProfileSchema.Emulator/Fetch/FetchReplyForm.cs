namespace ProfileSchema.Emulator;

/// <summary>The ways in which a fetched profile names its visitor in Adobe's documents (FETCH-1).</summary>
public enum FetchReplyForm
{
    /// <summary><c>visitorId</c> is an object of <c>tntId</c>, <c>thirdPartyId</c> and <c>marketingCloudVisitorId</c>.</summary>
    Ids,

    /// <summary><c>visitorId</c> is the text of the id that was asked for.</summary>
    AskedId,

    /// <summary>The older form: <c>mboxPC</c> and <c>thirdPartyId</c> beside <c>client</c>.</summary>
    Older,
}
