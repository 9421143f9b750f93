namespace ProfileSchema.Client;

/// <summary>The two versions of the bulk API (BULK-1).</summary>
public enum BatchApiVersion
{
    /// <summary>Updates profiles that exist and counts the others as not found.</summary>
    V1 = 1,

    /// <summary>Creates the profiles that do not exist.</summary>
    V2 = 2,
}
