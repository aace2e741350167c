using DcOps.Simulator.Physics;

namespace DcOps.Simulator.Truth;

/// <summary>
/// A site's cumulative true energy at regular instants of the last 24 hours. Power is constant within a step of the model,
/// so that a straight line between two samples of neighbouring steps is exact.
/// </summary>
/// <param name="intervalSeconds">Distance of two samples.</param>
public sealed class EnergyTrace(int intervalSeconds)
{
    const int SecondsKept = 86_400;

    readonly Lock _gate = new();
    readonly int _capacity = (SecondsKept / intervalSeconds) + 1;
    readonly List<EnergySample> _samples = [];
    int _oldest;

    /// <summary>First and last instant known; null before the first sample.</summary>
    public (DateTimeOffset From, DateTimeOffset To)? Kept
    {
        get
        {
            lock (_gate)
            {
                return _samples.Count == 0
                    ? null
                    : (DateTimeOffset.FromUnixTimeSeconds(At(0).UnixSeconds), DateTimeOffset.FromUnixTimeSeconds(Newest.UnixSeconds));
            }
        }
    }

    EnergySample Newest => At(_samples.Count - 1);

    /// <summary>Adds the energies at an instant; one that is not due is left out.</summary>
    public void Add(long unixSeconds, Balance energy)
    {
        lock (_gate)
        {
            if (_samples.Count > 0 && unixSeconds < Newest.UnixSeconds + intervalSeconds)
                return;

            var sample = EnergySample.Of(unixSeconds, energy);
            if (_samples.Count < _capacity)
            {
                _samples.Add(sample);
                return;
            }

            _samples[_oldest] = sample;
            _oldest = (_oldest + 1) % _capacity;
        }
    }

    /// <summary>Joules per <see cref="TruthRole"/> over a window, in the order of its numbers; null when the window is not wholly kept.</summary>
    public ImmutableArray<double>? Joules(DateTimeOffset from, DateTimeOffset to)
    {
        lock (_gate)
        {
            return _samples.Count > 0 && CumulativeAt(from) is { } before && CumulativeAt(to) is { } after
                ? [.. after.Zip(before, (end, start) => (end - start) / 1_000)]
                : null;
        }
    }

    EnergySample At(int age) => _samples[(_oldest + age) % _samples.Count];

    ImmutableArray<double>? CumulativeAt(DateTimeOffset instant)
    {
        var seconds = instant.ToUnixTimeMilliseconds() / 1_000.0;
        if (seconds < At(0).UnixSeconds || seconds > Newest.UnixSeconds)
            return null;

        var low = LastNotAfter(seconds);
        var before = At(low);
        if (low == _samples.Count - 1)
            return before.Flows;

        var after = At(low + 1);
        var share = (seconds - before.UnixSeconds) / (after.UnixSeconds - before.UnixSeconds);
        return [.. before.Flows.Zip(after.Flows, (first, second) => first + ((second - first) * share))];
    }

    int LastNotAfter(double seconds)
    {
        var low = 0;
        var high = _samples.Count - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (At(middle).UnixSeconds <= seconds)
                low = middle;
            else
                high = middle - 1;
        }

        return low;
    }
}
