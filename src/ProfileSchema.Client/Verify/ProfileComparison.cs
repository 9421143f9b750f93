namespace ProfileSchema.Client.Verify;

/// <summary>Compares what was sent of a profile with what was fetched.</summary>
internal static class ProfileComparison
{
    public static List<VerifiedParameter> Of(
        List<KeyValuePair<string, string>> sent,
        FetchedProfile fetched,
        DateTimeOffset? sentAt
    ) => sent.ConvertAll(parameter => new VerifiedParameter(parameter.Key, Compare(parameter, fetched, sentAt)));

    public static ProfileVerdict VerdictOf(List<VerifiedParameter> parameters)
    {
        bool isDifferent = parameters.Exists(parameter =>
            parameter.Verdict is ParameterVerdict.Different or ParameterVerdict.Missing
        );
        bool isOlder = parameters.Exists(parameter => parameter.Verdict is ParameterVerdict.NotYet);
        return isDifferent ? ProfileVerdict.Different
            : isOlder ? ProfileVerdict.NotYet
            : ProfileVerdict.Equal;
    }

    private static ParameterVerdict Compare(
        KeyValuePair<string, string> parameter,
        FetchedProfile fetched,
        DateTimeOffset? sentAt
    )
    {
        if (!fetched.Attributes.TryGetValue(parameter.Key, out FetchedValue? value) || value.Value is null)
        {
            return fetched.ModifiedAt < sentAt ? ParameterVerdict.NotYet : ParameterVerdict.Missing;
        }

        // URL-4: case matters, and nothing is trimmed.
        if (string.Equals(value.Value, parameter.Value, StringComparison.Ordinal))
        {
            return ParameterVerdict.Equal;
        }

        return (value.ModifiedAt ?? fetched.ModifiedAt) < sentAt ? ParameterVerdict.NotYet : ParameterVerdict.Different;
    }
}
