using DcOps.Domain.History;
using DcOps.Domain.Ledger;
using DcOps.Domain.Telemetry;

namespace DcOps.Domain.Metering;

/// <summary>
/// Which readings of one register the ledger must keep to come to the same intervals as from all of them: the last before and
/// the first after each quarter-hour, both neighbours of whatever is not plain progress and what follows it until the register
/// has settled, and everything that came too late to be put in its place.
/// </summary>
/// <remarks>
/// Equal for readings that come in any order within <see cref="Hold"/>. A later one is kept as it is; the intervals are then
/// those of all readings where the register ran plainly between its kept neighbours.
/// </remarks>
public sealed class MeterThinning
{
    /// <summary>How long a reading waits for what may still come before it.</summary>
    public static readonly TimeSpan Hold = TimeSpan.FromMinutes(2);

    // Refused positions continue after three that agree; two more show that it was so.
    const int CalmSteps = EnergyRegister.ConfirmationsToRebase + 2;

    // Where a register is read, its power says nothing that the register does not.
    static readonly TimeSpan SamplesAfter = TimeSpan.FromMinutes(15);

    // After so long a meter counts as silent, and its last reading is kept.
    static readonly TimeSpan Silent = TimeSpan.FromMinutes(20);

    readonly List<MeterReading> _pending;
    MeterReading? _kept;
    MeterReading? _previous;
    DateTimeOffset? _sampledAt;
    int _calm;

    public MeterThinning(string meter) => (Meter, _pending) = (meter, []);

    public MeterThinning(ThinnedMeterImage image)
    {
        (Meter, _kept, _previous, _calm, _sampledAt) = (image.Meter, image.Kept, image.Previous, image.Calm, image.SampledAt);
        _pending = [.. image.Pending];
    }

    public string Meter { get; }

    public ThinnedMeterImage Save() => new(Meter, _kept, _previous, _calm, [.. _pending], _sampledAt);

    /// <summary>Takes a position of the register.</summary>
    /// <param name="traits">Null when nothing is known of the register: then every reading is kept.</param>
    /// <returns>Readings dropped.</returns>
    public int Take(MeterReading reading, RegisterTraits? traits, ImmutableArray<MeterReading>.Builder kept)
    {
        if (reading.At <= _previous?.At)
        {
            kept.Add(reading);
            return 0;
        }

        var index = _pending.FindLastIndex(pending => pending.At <= reading.At);
        if (index >= 0 && _pending[index].At == reading.At)
            _pending[index] = Lower(_pending[index], reading);
        else
            _pending.Insert(index + 1, reading);

        var (dropped, decided) = (0, 0);
        for (; decided < _pending.Count && _pending[^1].At - _pending[decided].At >= Hold; decided++)
            dropped += Decide(_pending[decided], traits, kept);
        _pending.RemoveRange(0, decided);
        return dropped;
    }

    /// <summary>Takes a sample of power: one a minute where the register has been silent, for an estimate.</summary>
    /// <returns>Samples dropped.</returns>
    public int Sample(MeterReading sample, ImmutableArray<MeterReading>.Builder kept)
    {
        var read = _pending is [.., var last] ? last : _previous;
        if ((read is not null && sample.At - read.At < SamplesAfter)
            || (_sampledAt is { } before && IntervalGrid.Floor(before, IntervalGrid.Minute) >= IntervalGrid.Floor(sample.At, IntervalGrid.Minute)))
            return 1;

        _sampledAt = sample.At;
        kept.Add(sample);
        return 0;
    }

    /// <summary>Decides on what has waited long enough though nothing came after it: a meter that fell silent.</summary>
    public int Settle(DateTimeOffset now, ImmutableArray<MeterReading>.Builder kept)
    {
        if ((_pending is [.., var newest] ? newest : _previous) is not { } last || now - last.At < Silent)
            return 0;

        var dropped = 0;
        foreach (var reading in _pending)
            dropped += Decide(reading, null, kept);
        _pending.Clear();
        if (_previous!.At > _kept!.At)
            Keep(_previous, kept);
        return dropped;
    }

    static MeterReading Lower(MeterReading one, MeterReading other) => one.Register!.Value.CompareTo(other.Register!.Value) <= 0 ? one : other;

    // A reading is dropped only when the next one shows that nobody will ask for it.
    int Decide(MeterReading reading, RegisterTraits? traits, ImmutableArray<MeterReading>.Builder kept)
    {
        if (_previous is not { } previous)
        {
            Keep(reading, kept);
            (_previous, _calm) = (reading, 0);
            return 0;
        }

        var isPlain = IsPlain(previous, reading, traits) && IsPlain(_kept!, reading, traits);
        var isCalm = isPlain && _calm >= CalmSteps;
        var crosses = IntervalGrid.Floor(previous.At, IntervalGrid.Quarter) != IntervalGrid.Floor(reading.At, IntervalGrid.Quarter);
        var dropped = 0;
        if (previous.At > _kept!.At)
        {
            if (crosses || !isCalm)
                Keep(previous, kept);
            else
                dropped = 1;
        }

        if (crosses || !isCalm)
            Keep(reading, kept);
        _calm = isPlain ? Math.Min(_calm + 1, CalmSteps) : 0;
        _previous = reading;
        return dropped;
    }

    void Keep(MeterReading reading, ImmutableArray<MeterReading>.Builder kept)
    {
        kept.Add(reading);
        _kept = reading;
    }

    static bool IsPlain(MeterReading from, MeterReading to, RegisterTraits? traits) => traits is not null
        && to.Position >= from.Position
        && to.Position - from.Position
            <= EnergyRegister.MostWattHours(traits.RatedWatts, to.At - from.At) + (2 * traits.ResolutionWattHours)
        && to.Serial == from.Serial
        && to.ResetMarker == from.ResetMarker
        && !(to.RestartedAt > from.At);
}
