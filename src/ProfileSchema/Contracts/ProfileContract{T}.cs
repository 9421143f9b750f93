namespace ProfileSchema;

/// <summary>
/// Describes the parameters that are sent for a <typeparamref name="T"/> and writes their values. The source generator derives it for each
/// profile type; derive it by hand if the parameters are known only at run time.
/// </summary>
/// <typeparam name="T">The type whose values are sent.</typeparam>
/// <remarks>A contract has no mutable state and can be used by several threads at the same time.</remarks>
public abstract class ProfileContract<T>
{
    private byte[]? _batchHeader;

    /// <summary>Initializes a contract.</summary>
    /// <param name="name">The name of the profile in messages, usually the name of the type.</param>
    /// <param name="keyKind">The kind of key that the profile has.</param>
    /// <param name="parameters">The parameters, in the order in which <see cref="Write"/> writes them.</param>
    /// <exception cref="ArgumentException">Two parameters have the same name.</exception>
    protected ProfileContract(string name, ProfileKeyKind keyKind, IReadOnlyList<ProfileParameter> parameters)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(parameters);
        RequireDistinctNames(parameters);
        Name = name;
        KeyKind = keyKind;
        Parameters = parameters;
        ParameterCount = parameters.Count;
    }

    /// <summary>Gets the name of the profile in messages, usually the name of the type.</summary>
    public string Name { get; }

    /// <summary>Gets the kind of key that the profile has.</summary>
    public ProfileKeyKind KeyKind { get; }

    /// <summary>Gets how the key is hashed. The default is <see cref="ProfileHash.None"/>.</summary>
    public virtual ProfileHash KeyHash => ProfileHash.None;

    /// <summary>Gets the parameters, in the order in which they are written.</summary>
    public IReadOnlyList<ProfileParameter> Parameters { get; }

    /// <summary>Gets the number of parameters, without an interface call.</summary>
    internal int ParameterCount { get; }

    /// <summary>Gets the encoded header of a batch file of these profiles, with its line feed (BATCH-1).</summary>
    /// <remarks>Generated contracts override it with a constant.</remarks>
    public virtual ReadOnlySpan<byte> BatchHeader => _batchHeader ??= BatchHeaderEncoding.Encode(KeyKind, Parameters);

    /// <summary>Writes the key of <paramref name="profile"/>, then every parameter in order, whatever its value.</summary>
    /// <param name="writer">The writer, which encodes the values.</param>
    /// <param name="profile">The profile to write.</param>
    public abstract void Write(ref ProfileWriter writer, in T profile);

    private static void RequireDistinctNames(IReadOnlyList<ProfileParameter> parameters)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (ProfileParameter parameter in parameters)
        {
            if (!names.Add(parameter.Name))
            {
                throw new ArgumentException(
                    $"Two parameters are named '{parameter.Name}'. Rename one of them.",
                    nameof(parameters)
                );
            }
        }
    }
}
