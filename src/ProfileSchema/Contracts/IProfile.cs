namespace ProfileSchema;

/// <summary>A type that knows its own contract. Implemented by the generator for a type marked <see cref="ProfileAttribute"/>.</summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
public interface IProfile<TSelf>
    where TSelf : IProfile<TSelf>
{
    /// <summary>The contract of the type. Reach it through <see cref="ProfileContract.Of{T}"/>.</summary>
    static abstract ProfileContract<TSelf> Contract { get; }
}
