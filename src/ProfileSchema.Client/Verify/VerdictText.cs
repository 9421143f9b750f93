namespace ProfileSchema.Client.Verify;

/// <summary>The words for verdicts.</summary>
internal static class VerdictText
{
    public static string Of(ProfileVerdict verdict) =>
        verdict switch
        {
            ProfileVerdict.Equal => "equal",
            ProfileVerdict.Different => "different",
            ProfileVerdict.NotYet => "not yet",
            ProfileVerdict.NotFound => "not found",
            ProfileVerdict.Empty => "empty",
            ProfileVerdict.Rejected => "rejected",
            ProfileVerdict.Unanswered => "unanswered",
            _ => "unknown",
        };

    public static string Of(ParameterVerdict verdict) =>
        verdict switch
        {
            ParameterVerdict.Equal => "equal",
            ParameterVerdict.Different => "different",
            ParameterVerdict.Missing => "missing",
            ParameterVerdict.NotYet => "not yet",
            _ => "unknown",
        };
}
