namespace ProfileSchema.Tool.Rows;

/// <summary>Target's keys by the names that a batch header gives them (ID-1).</summary>
internal static class KeyKinds
{
    public const string ThirdPartyId = "thirdPartyId";
    public const string PcId = "pcId";

    public static ProfileKeyKind Of(string name) => name == PcId ? ProfileKeyKind.PcId : ProfileKeyKind.ThirdPartyId;
}
