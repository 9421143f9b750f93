namespace ProfileSchema.Emulator.Profiles;

/// <summary>
/// A search of the web UI: text that is part of an ID, of an attribute's name or of a value, or <c>name=text</c> for one attribute.
/// Case is ignored, although the service distinguishes it (URL-4).
/// </summary>
internal sealed class ProfileQuery
{
    private readonly string _text;
    private readonly string? _name;
    private readonly string _value;

    public ProfileQuery(string text)
    {
        _text = text.Trim();
        int equals = _text.IndexOf('=', StringComparison.Ordinal);
        _name = equals > 0 ? _text[..equals].TrimEnd() : null;
        _value = _text[(equals + 1)..].TrimStart();
    }

    public bool IsEmpty => _text.Length == 0;

    public bool IsIdOf(ProfileRecord profile) =>
        profile.ThirdPartyId == _text || profile.PcId == _text || profile.ExperienceCloudId == _text;

    public bool Finds(ProfileRecord profile) =>
        IsEmpty
        || IsIn(profile.ThirdPartyId)
        || IsIn(profile.PcId)
        || IsIn(profile.ExperienceCloudId)
        || profile.HasAttribute(Finds);

    private bool Finds(string name, string value) =>
        IsIn(name)
        || IsIn(value)
        || (
            name.Equals(_name, StringComparison.OrdinalIgnoreCase)
            && value.Contains(_value, StringComparison.OrdinalIgnoreCase)
        );

    private bool IsIn(string? text) => text?.Contains(_text, StringComparison.OrdinalIgnoreCase) == true;
}
