namespace ProfileSchema.Client;

/// <summary>Specifies the version of the Bulk Profile Update API (BULK-1).</summary>
public enum BatchApiVersion
{
    /// <summary>Version 1 updates existing profiles and reports the others as not found.</summary>
    V1 = 1,

    /// <summary>Version 2 creates profiles that don't exist.</summary>
    V2 = 2,
}
