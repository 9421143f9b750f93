namespace ProfileSchema;

/// <summary>Finds the generated contract of a profile type.</summary>
public static class ProfileContract
{
    /// <summary>The contract of <typeparamref name="T"/>.</summary>
    /// <typeparam name="T">A type marked <see cref="ProfileAttribute"/>.</typeparam>
    public static ProfileContract<T> Of<T>()
        where T : IProfile<T> => T.Contract;
}
