namespace ProfileSchema;

/// <summary>How a name declared in C# becomes a name on the wire, with the results of the platform's JSON naming policies.</summary>
public enum ProfileNaming
{
    /// <summary><c>LastVisit</c> becomes <c>lastVisit</c>.</summary>
    CamelCase,

    /// <summary><c>LastVisit</c> becomes <c>last_visit</c>.</summary>
    SnakeCase,

    /// <summary><c>LastVisit</c> stays <c>LastVisit</c>.</summary>
    AsDeclared,
}
