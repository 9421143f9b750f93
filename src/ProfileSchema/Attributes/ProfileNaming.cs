namespace ProfileSchema;

/// <summary>Specifies how a C# name is converted to the name that is sent. The results equal those of .NET's JSON naming policies.</summary>
public enum ProfileNaming
{
    /// <summary><c>LastVisit</c> becomes <c>lastVisit</c>.</summary>
    CamelCase,

    /// <summary><c>LastVisit</c> becomes <c>last_visit</c>.</summary>
    SnakeCase,

    /// <summary><c>LastVisit</c> stays <c>LastVisit</c>.</summary>
    AsDeclared,
}
