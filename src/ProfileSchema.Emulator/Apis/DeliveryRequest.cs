using System.Text.Json;
using ProfileSchema.Emulator.Calls;
using ProfileSchema.Emulator.Decoding;

namespace ProfileSchema.Emulator.Apis;

/// <summary>The body of a Delivery call: the visitor's IDs and the profile parameters.</summary>
internal sealed class DeliveryRequest
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly List<DeliveryMbox> _mboxes = [];

    public string? PcId { get; private set; }

    public string? ThirdPartyId { get; private set; }

    public bool IsBeacon { get; private set; }

    public bool HasPageLoad { get; private set; }

    public IReadOnlyList<DeliveryMbox> Mboxes => _mboxes;

    public IReadOnlyList<KeyValuePair<string, string>> Values => [.. _values];

    /// <summary>The visitor's IDs, by the names in the body.</summary>
    public IEnumerable<KeyValuePair<string, string>> Ids
    {
        get
        {
            if (PcId is not null)
            {
                yield return new("tntId", PcId);
            }

            if (ThirdPartyId is not null)
            {
                yield return new("thirdPartyId", ThirdPartyId);
            }
        }
    }

    /// <summary>Reads a body. Returns why the call is refused, or null.</summary>
    public Refusal? Read(ReadOnlyMemory<byte> body, ViolationLog violations)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(body);
            JsonElement root = document.RootElement;
            return root.ValueKind is JsonValueKind.Object
                ? ReadId(root) ?? ReadContext(root) ?? ReadExecute(root, violations)
                : new Refusal("DELIVERY-1", "The body isn't a JSON object.");
        }
        catch (JsonException)
        {
            return new Refusal("DELIVERY-1", "The body isn't JSON in UTF-8.");
        }
        catch (InvalidOperationException)
        {
            // The platform's reader says so of text that is not UTF-8, or that escapes half of a surrogate pair.
            return new Refusal("URL-3", "A text in the body isn't valid UTF-8 or contains an unpaired surrogate.");
        }
    }

    private Refusal? ReadId(JsonElement root)
    {
        if (!root.TryGetProperty("id", out JsonElement id))
        {
            return null;
        }

        if (id.ValueKind is not JsonValueKind.Object)
        {
            return new Refusal("DELIVERY-1", "The id isn't an object.");
        }

        bool hasPcId = id.TryGetProperty("tntId", out _);
        PcId = TextOf(id, "tntId");
        if (hasPcId && IdRules.Check(TargetId.PcId(PcId ?? "")) is { } refusal)
        {
            return refusal;
        }

        if (!id.TryGetProperty("thirdPartyId", out _))
        {
            return null;
        }

        ThirdPartyId = TextOf(id, "thirdPartyId");
        return ThirdPartyId?.Length > ServiceLimits.SessionThirdPartyIdLength
            ? new Refusal("DELIVERY-2", "The third-party ID has more than 128 characters.")
            : IdRules.Check(TargetId.ThirdPartyId(ThirdPartyId ?? ""));
    }

    private Refusal? ReadContext(JsonElement root)
    {
        if (Find(root, "context", JsonValueKind.Object) is not { } context)
        {
            return new Refusal("DELIVERY-1", "The call has no context.");
        }

        IsBeacon = Find(context, "beacon", JsonValueKind.True) is not null;
        return TextOf(context, "channel") is "web" or "mobile"
            ? null
            : new Refusal("DELIVERY-1", "The channel of the context is neither web nor mobile.");
    }

    private Refusal? ReadExecute(JsonElement root, ViolationLog violations)
    {
        if (Find(root, "execute", JsonValueKind.Object) is not { } execute)
        {
            return new Refusal("DELIVERY-1", "The call has no execute object.");
        }

        HasPageLoad = execute.TryGetProperty("pageLoad", out JsonElement pageLoad);
        Refusal? refusal = HasPageLoad ? ReadParameters(pageLoad, violations) : null;
        if (execute.TryGetProperty("mboxes", out JsonElement mboxes))
        {
            return CheckCount(mboxes) ?? ReadMboxes(mboxes, refusal, violations);
        }

        return HasPageLoad ? refusal : new Refusal("DELIVERY-1", "The call executes neither mboxes nor a page load.");
    }

    private static Refusal? CheckCount(JsonElement mboxes)
    {
        if (mboxes.ValueKind is not JsonValueKind.Array || mboxes.GetArrayLength() == 0)
        {
            return new Refusal("DELIVERY-1", "mboxes isn't an array or is empty.");
        }

        return mboxes.GetArrayLength() > ServiceLimits.SessionMboxes
            ? new Refusal("DELIVERY-2", "The call has more than 50 mboxes.")
            : null;
    }

    private Refusal? ReadMboxes(JsonElement mboxes, Refusal? refusal, ViolationLog violations)
    {
        foreach (JsonElement mbox in mboxes.EnumerateArray())
        {
            refusal ??= ReadMbox(mbox, violations);
        }

        return refusal;
    }

    private Refusal? ReadMbox(JsonElement mbox, ViolationLog violations)
    {
        if (TextOf(mbox, "name") is not { } name || string.IsNullOrWhiteSpace(name))
        {
            return new Refusal("DELIVERY-1", "An mbox has no name.");
        }

        if (Find(mbox, "index", JsonValueKind.Number) is not { } index || !index.TryGetInt32(out int number))
        {
            return new Refusal("DELIVERY-1", "An mbox has no index.");
        }

        _mboxes.Add(new DeliveryMbox(number, name));
        return ReadParameters(mbox, violations);
    }

    // DELIVERY-2
    private Refusal? ReadParameters(JsonElement delays, ViolationLog violations)
    {
        if (
            delays.ValueKind is not JsonValueKind.Object
            || !delays.TryGetProperty("profileParameters", out JsonElement parameters)
        )
        {
            return null;
        }

        if (parameters.ValueKind is not JsonValueKind.Object)
        {
            return new Refusal("DELIVERY-1", "profileParameters isn't an object.");
        }

        int count = 0;
        foreach (JsonProperty parameter in parameters.EnumerateObject())
        {
            if (++count > ServiceLimits.SessionParameters)
            {
                return new Refusal("DELIVERY-2", "An mbox has more than 50 profile parameters.");
            }

            if (ReadParameter(parameter.Name, parameter.Value, violations) is { } refusal)
            {
                return refusal;
            }
        }

        return null;
    }

    private Refusal? ReadParameter(string name, JsonElement element, ViolationLog violations)
    {
        if (name.StartsWith("profile.", StringComparison.Ordinal))
        {
            return new Refusal("DELIVERY-2", "The name of a profile parameter begins with profile.");
        }

        if (ParameterNameRules.Check(name, violations) is { } refusal)
        {
            return refusal;
        }

        if (element.ValueKind is not JsonValueKind.String || element.GetString() is not { } value)
        {
            return new Refusal("DELIVERY-2", "The value of a profile parameter isn't a string.");
        }

        if (value.Length > ServiceLimits.SessionValueLength)
        {
            return new Refusal("DELIVERY-2", "The value of a profile parameter has more than 256 characters.");
        }

        if (value.Length == 0)
        {
            violations.Report("VALUE-4", "A profile parameter is empty and changes nothing.");
        }
        else if (!_values.TryAdd(name, value))
        {
            violations.Report("DELIVERY-2", "A profile parameter occurs twice; the last one counts.");
            _values[name] = value;
        }

        return null;
    }

    /// <summary>The member of an object, if it is of this kind.</summary>
    private static JsonElement? Find(JsonElement parent, string name, JsonValueKind kind) =>
        parent.ValueKind is JsonValueKind.Object
        && parent.TryGetProperty(name, out JsonElement found)
        && found.ValueKind == kind
            ? found
            : null;

    private static string? TextOf(JsonElement parent, string name) =>
        Find(parent, name, JsonValueKind.String)?.GetString();
}

/// <summary>An mbox of a call.</summary>
internal sealed record DeliveryMbox(int Index, string Name);
