namespace ProfileSchema;

/// <summary>The two keys by which Target finds a profile to update (ID-1).</summary>
public enum ProfileKeyKind
{
    /// <summary>The customer's own id: <c>mbox3rdPartyId</c> in a single update, <c>thirdPartyId</c> in a batch.</summary>
    ThirdPartyId,

    /// <summary>Target's id, also called tntId: <c>mboxPC</c> in a single update, <c>pcId</c> in a batch.</summary>
    PcId,
}
