using ProfileSchema.Emulator.Calls;
using ProfileSchema.Emulator.Decoding;

namespace ProfileSchema.Emulator.Apis;

/// <summary>The ID and the values of a single update.</summary>
internal sealed class UpdateFields
{
    private const string Prefix = "profile.";

    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private TargetId? _id;

    public TargetId Id => _id ?? throw new InvalidOperationException("Read first.");

    public IReadOnlyList<KeyValuePair<string, string>> Values => [.. _values];

    /// <summary>Reads the fields of a call. Returns why the update is refused, or null.</summary>
    public Refusal? Read(IReadOnlyList<KeyValuePair<string, string>> fields, ViolationLog violations)
    {
        foreach ((string name, string value) in fields)
        {
            Refusal? refusal = name switch
            {
                "mboxPC" => ReadId(TargetId.PcId(value), violations),
                "mbox3rdPartyId" => ReadId(TargetId.ThirdPartyId(value), violations),
                _ => ReadValue(name, value, violations),
            };
            if (refusal is not null)
            {
                return refusal;
            }
        }

        if (_id is null)
        {
            return new Refusal("ID-1", "The update has no key: mboxPC or mbox3rdPartyId is missing.");
        }

        if (_values.Count == 0)
        {
            violations.Report("SINGLE-8", "The update has no value and changes nothing.");
        }

        return null;
    }

    private Refusal? ReadId(TargetId id, ViolationLog violations)
    {
        if (_id is not null)
        {
            violations.Report("ID-1", "The update has more than one key; the last one counts.");
        }

        _id = id;
        return IdRules.Check(id);
    }

    private Refusal? ReadValue(string parameter, string value, ViolationLog violations)
    {
        // NAME-1: what is no profile parameter is none of this API's business.
        if (!parameter.StartsWith(Prefix, StringComparison.Ordinal))
        {
            violations.Report("NAME-1", "A parameter is neither a key nor begins with profile.; it is ignored.");
            return null;
        }

        string name = parameter[Prefix.Length..];
        if (ParameterNameRules.Check(name, violations) is { } refusal)
        {
            return refusal;
        }

        // VALUE-4
        if (value.Length > 0 && !_values.TryAdd(name, value))
        {
            violations.Report("NAME-1", "A parameter occurs twice; the last one counts.");
            _values[name] = value;
        }

        return null;
    }
}
