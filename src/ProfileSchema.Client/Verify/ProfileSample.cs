using System.Runtime.CompilerServices;

namespace ProfileSchema.Client;

/// <summary>
/// Keeps a random sample of profiles that pass by, each with the same chance, however many there are: what a bulk update is given,
/// for <see cref="ProfileClient.VerifyAsync{T}(IEnumerable{T}, VerifyOptions?, CancellationToken)"/> after it.
/// </summary>
/// <typeparam name="T">The type of the profiles.</typeparam>
/// <remarks>
/// One enumeration at a time. The same seed takes the same places of the same source. Profiles that are changed after they passed
/// are verified as they are then.
/// </remarks>
public sealed class ProfileSample<T>
{
    private readonly List<T> _profiles;
    private readonly Random _random;
    private readonly int _size;

    /// <summary>Makes an empty sample.</summary>
    /// <param name="size">How many profiles it holds at most.</param>
    /// <param name="seed">Decides which are taken; null for another choice each time.</param>
    /// <exception cref="ArgumentOutOfRangeException">The size is less than one.</exception>
    public ProfileSample(int size, int? seed = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        _size = size;
        _profiles = [];
#pragma warning disable CA5394 // A sample is no secret.
        _random = seed is { } given ? new Random(given) : new Random();
#pragma warning restore CA5394
    }

    /// <summary>How many profiles have passed by.</summary>
    public long Seen { get; private set; }

    /// <summary>The sample so far, in no order.</summary>
    public IReadOnlyList<T> Profiles => _profiles;

    /// <summary>Lets profiles pass by, one for one as they are asked for.</summary>
    /// <param name="source">The profiles.</param>
    /// <returns>The same profiles in the same order. Whatever enumerates them fills the sample.</returns>
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

/// <summary>What a <see cref="ProfileSample{T}"/> does with sources that are enumerated synchronously.</summary>
/// <remarks>An extension, so that every version of C# prefers the sample's own method for a source of both kinds.</remarks>
public static class ProfileSampleExtensions
{
    /// <inheritdoc cref="ProfileSample{T}.Of(IAsyncEnumerable{T})"/>
    /// <param name="sample">The sample.</param>
    public static IEnumerable<T> Of<T>(this ProfileSample<T> sample, IEnumerable<T> source)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(source);
        return sample.OfEach(source);
    }
}
