namespace ProfileSchema.Emulator;

/// <summary>Specifies the point of a call at which its fault is applied.</summary>
public enum FaultMoment
{
    /// <summary>The headers were read, but not the body.</summary>
    BeforeBody,

    /// <summary>Half of the body was read, or some of it if its length was not declared.</summary>
    InsideBody,

    /// <summary>The call was read completely, but not applied.</summary>
    BeforeEffect,

    /// <summary>The call was applied, but its reply was not sent (BULK-7).</summary>
    AfterEffect,
}
