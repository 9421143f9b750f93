namespace ProfileSchema.Tests;

internal delegate void WriteBody<T>(ref ProfileWriter writer, in T profile);

/// <summary>A contract derived by hand, as a tool does for columns that are known only at run time.</summary>
internal sealed class TestContract<T>(
    WriteBody<T> body,
    string[] parameters,
    ProfileKeyKind keyKind = ProfileKeyKind.ThirdPartyId
)
    : ProfileContract<T>(
        "Test",
        keyKind,
        Array.ConvertAll(parameters, name => new ProfileParameter(name, typeof(string)))
    )
{
    public override void Write(ref ProfileWriter writer, in T profile) => body(ref writer, in profile);
}

/// <summary>Profiles of one parameter, <c>v</c>, and what is written of them.</summary>
internal static class OneValue
{
    public const string Key = "k1";

    private sealed record Profile<T>(T Value);

    /// <summary>What a single update carries as the value of <c>v</c>, still encoded, or null if nothing.</summary>
    public static string? Encoded<T>(T value, WriteBody<T> body)
    {
        string form = Form(value, body);
        const string before = "mbox3rdPartyId=" + Key;
        Assert.StartsWith(before, form, StringComparison.Ordinal);
        string rest = form[before.Length..];
        if (rest.Length == 0)
        {
            return null;
        }

        Assert.StartsWith("&profile.v=", rest, StringComparison.Ordinal);
        return rest["&profile.v=".Length..];
    }

    public static RejectionReason Rejection<T>(T value, WriteBody<T> body)
    {
        var exception = Assert.Throws<ProfileValidationException>(() => Form(value, body));
        Assert.Equal("v", exception.Parameter);
        return exception.Reason;
    }

    private static string Form<T>(T value, WriteBody<T> body) =>
        ProfileSerializer.ToParameterString(
            new Profile<T>(value),
            new TestContract<Profile<T>>((ref writer, in profile) => body(ref writer, profile.Value), ["v"])
        );
}
