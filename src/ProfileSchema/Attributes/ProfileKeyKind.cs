namespace ProfileSchema;

/// <summary>Specifies which of Target's two keys identifies a profile (ID-1).</summary>
public enum ProfileKeyKind
{
    /// <summary>The customer's ID in your own systems: <c>mbox3rdPartyId</c> in a single update, <c>thirdPartyId</c> in a batch.</summary>
    ThirdPartyId,

    /// <summary>Target's own ID, also called tntId: <c>mboxPC</c> in a single update, <c>pcId</c> in a batch.</summary>
    PcId,
}
