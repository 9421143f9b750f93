namespace ProfileSchema.Client;

/// <summary>The HTTP method of a single update.</summary>
public enum SingleUpdateMethod
{
    /// <summary>The parameters are the body, at most 60,000 bytes (SINGLE-2).</summary>
    Post,

    /// <summary>The parameters are the query; the request target has at most 8,000 bytes, and proxies log it (SINGLE-2, SINGLE-3).</summary>
    Get,
}
