namespace ProfileSchema;

/// <summary>Contains the limits of Target's Profile APIs, in the units that this library counts.</summary>
public static class ProfileLimits
{
    /// <summary>The maximum length of a third-party ID, in UTF-16 characters (ID-3).</summary>
    public const int KeyLength = 256;

    /// <summary>The maximum length of a parameter name, in UTF-16 characters (NAME-2).</summary>
    public const int NameLength = 128;

    /// <summary>The default maximum length of a value before encoding, in UTF-16 characters (VALUE-2).</summary>
    public const int ValueLength = 256;

    /// <summary>The maximum size of one encoded profile, key and line feed included, in bytes (VALUE-6).</summary>
    public const int ProfileBytes = 64_000;

    /// <summary>The size in bytes that a batch file, header included, must stay below (BATCH-4).</summary>
    public const int BatchBytes = 50_000_000;

    /// <summary>The maximum number of rows in a batch file, the header not counted (BATCH-5).</summary>
    public const int BatchRows = 500_000;

    /// <summary>The maximum size of the body of a single update, in bytes (SINGLE-2).</summary>
    public const int SinglePostBytes = 60_000;

    /// <summary>The maximum number of parameters with a value in a session update (DELIVERY-2).</summary>
    public const int SessionParameters = 50;

    /// <summary>The maximum length of a third-party ID in a session update, in UTF-16 characters (DELIVERY-2).</summary>
    public const int SessionKeyLength = 128;
}
