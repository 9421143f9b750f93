using System.Runtime.CompilerServices;

namespace ProfileSchema.Client;

/// <summary>
/// Takes a random sample of the profiles that a source yields, for example those of a bulk update, to verify them afterwards with
/// <see cref="ProfileClient.VerifyAsync{T}(IEnumerable{T}, VerifyOptions?, CancellationToken)"/>. Each profile has the same chance,
/// however many there are.
/// </summary>
/// <typeparam name="T">The profile type.</typeparam>
/// <remarks>
/// A sample supports one enumeration at a time. With the same seed and the same source, it takes the same profiles. It keeps
/// references, so that a profile that is changed later is verified as changed.
/// </remarks>
public sealed class ProfileSample<T>
{
    private readonly List<T> _profiles;
    private readonly Random _random;
    private readonly int _size;

    /// <summary>Initializes a new, empty sample.</summary>
    /// <param name="size">The maximum number of profiles in the sample, at least 1.</param>
    /// <param name="seed">The seed of the random choice, or <see langword="null"/> for a different choice each time.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is less than 1.</exception>
    public ProfileSample(int size, int? seed = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        _size = size;
        _profiles = [];
#pragma warning disable CA5394 // A sample is no secret.
        _random = seed is { } given ? new Random(given) : new Random();
#pragma warning restore CA5394
    }

    /// <summary>Gets the number of profiles that the source has yielded.</summary>
    public long Seen { get; private set; }

    /// <summary>Gets the profiles in the sample so far, in no particular order.</summary>
    public IReadOnlyList<T> Profiles => _profiles;

    /// <summary>Wraps a source, so that enumerating it fills the sample.</summary>
    /// <param name="source">The profiles.</param>
    /// <returns>The same profiles in the same order.</returns>
    public IAsyncEnumerable<T> Of(IAsyncEnumerable<T> source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return OfEachAsync(source, CancellationToken.None);
    }

    internal IEnumerable<T> OfEach(IEnumerable<T> source)
    {
        foreach (T profile in source)
        {
            Offer(profile);
            yield return profile;
        }
    }

    private async IAsyncEnumerable<T> OfEachAsync(
        IAsyncEnumerable<T> source,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await foreach (T profile in source.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            Offer(profile);
            yield return profile;
        }
    }

    /// <summary>Algorithm R: the nth profile takes a random one of n places, if it is one of the sample.</summary>
    private void Offer(T profile)
    {
        Seen++;
        if (_profiles.Count < _size)
        {
            _profiles.Add(profile);
            return;
        }

#pragma warning disable CA5394 // A sample is no secret.
        long place = _random.NextInt64(Seen);
#pragma warning restore CA5394
        if (place < _size)
        {
            _profiles[(int)place] = profile;
        }
    }
}

/// <summary>Provides the method of <see cref="ProfileSample{T}"/> for sources that are enumerated synchronously.</summary>
/// <remarks>It is an extension, so that every version of C# prefers the asynchronous method for a source of both kinds.</remarks>
public static class ProfileSampleExtensions
{
    /// <inheritdoc cref="ProfileSample{T}.Of(IAsyncEnumerable{T})"/>
    /// <param name="sample">The sample to fill.</param>
    public static IEnumerable<T> Of<T>(this ProfileSample<T> sample, IEnumerable<T> source)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(source);
        return sample.OfEach(source);
    }
}
