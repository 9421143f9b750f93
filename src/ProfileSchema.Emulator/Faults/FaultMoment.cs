namespace ProfileSchema.Emulator;

/// <summary>How far a call that was let in has come when its fault hits it.</summary>
public enum FaultMoment
{
    /// <summary>Its head was read, nothing of its body.</summary>
    BeforeBody,

    /// <summary>Half of its body was read, as far as its length was declared; else some of it.</summary>
    InsideBody,

    /// <summary>All of it was read and nothing was applied.</summary>
    BeforeEffect,

    /// <summary>It was applied as if nothing were wrong, and its reply was not sent yet (BULK-7).</summary>
    AfterEffect,
}
