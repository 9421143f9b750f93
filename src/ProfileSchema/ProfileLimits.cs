namespace ProfileSchema;

/// <summary>The limits of Target's Profile APIs, in the units in which this library counts them.</summary>
public static class ProfileLimits
{
    /// <summary>Characters (UTF-16 units) of a customer's id (ID-3).</summary>
    public const int KeyLength = 256;

    /// <summary>Characters (UTF-16 units) of a parameter's name (NAME-2).</summary>
    public const int NameLength = 128;

    /// <summary>Characters (UTF-16 units) of a value before encoding, unless the parameter says otherwise (VALUE-2).</summary>
    public const int ValueLength = 256;

    /// <summary>Encoded bytes of one profile, key and line end included (VALUE-6).</summary>
    public const int ProfileBytes = 64_000;

    /// <summary>A batch file is smaller than this many bytes, header included (BATCH-4).</summary>
    public const int BatchBytes = 50_000_000;

    /// <summary>Rows of a batch file, the header not counted (BATCH-5).</summary>
    public const int BatchRows = 500_000;

    /// <summary>Bytes of the request target of a single update by GET (SINGLE-2).</summary>
    public const int SingleGetBytes = 8_000;

    /// <summary>Bytes of the body of a single update by POST (SINGLE-2).</summary>
    public const int SinglePostBytes = 60_000;

    /// <summary>Parameters that one session update carries, those without a value not counted (DELIVERY-2).</summary>
    public const int SessionParameters = 50;

    /// <summary>Characters (UTF-16 units) of a customer's id in a session update (DELIVERY-2).</summary>
    public const int SessionKeyLength = 128;
}
