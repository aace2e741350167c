using DcOps.Domain.Metering;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Domain.Ledger;

/// <summary>
/// Energy of one meter over a run of equal intervals, each with its quality; missing until something is known.
/// </summary>
public sealed class EnergySeries
{
    readonly long[] _wattHours;
    readonly IntervalQuality[] _qualities;
    readonly Dictionary<int, long> _estimated = [];

    /// <exception cref="ArgumentException">The period is not made of whole intervals.</exception>
    public EnergySeries(BusinessPeriod period, TimeSpan interval)
    {
        if (period.From.UtcTicks % interval.Ticks != 0 || period.Length.Ticks % interval.Ticks != 0)
            throw new ArgumentException($"[{period.From:O}, {period.To:O}) is not made of whole intervals of {interval}.", nameof(period));

        (Period, Interval) = (period, interval);
        var count = (int)(period.Length.Ticks / interval.Ticks);
        _wattHours = new long[count];
        _qualities = new IntervalQuality[count];
        Array.Fill(_qualities, IntervalQuality.Missing);
    }

    public BusinessPeriod Period { get; }

    public TimeSpan Interval { get; }

    public int Count => _wattHours.Length;

    /// <summary>Energy by interval; means nothing where the quality is missing.</summary>
    public ReadOnlySpan<long> WattHours => _wattHours;

    public ReadOnlySpan<IntervalQuality> Qualities => _qualities;

    public IntervalPiece this[int index] => new(StartOf(index), _wattHours[index], EstimatedOf(index), _qualities[index]);

    public DateTimeOffset StartOf(int index) => Period.From + (Interval * index);

    /// <summary>Index of the interval that holds an instant; negative or beyond the count when it lies outside.</summary>
    public int IndexOf(DateTimeOffset instant)
    {
        var ticks = instant.UtcTicks - Period.From.UtcTicks;
        return (int)((ticks - (ticks < 0 ? Interval.Ticks - 1 : 0)) / Interval.Ticks);
    }

    /// <summary>Null when the interval is missing.</summary>
    public Energy? EnergyOf(int index) => _qualities[index] == IntervalQuality.Missing ? null : new Energy(_wattHours[index]);

    public long EstimatedOf(int index) => _estimated.GetValueOrDefault(index);

    /// <summary>Puts what an interval held; one outside the period is left out.</summary>
    public void Put(in IntervalPiece piece)
    {
        var index = IndexOf(piece.From);
        if (index >= 0 && index < Count)
            Put(index, piece.WattHours, piece.EstimatedWattHours, piece.Quality);
    }

    public void Put(int index, long wattHours, long estimated, IntervalQuality quality)
    {
        (_wattHours[index], _qualities[index]) = (wattHours, quality);
        if (estimated != 0)
            _estimated[index] = estimated;
        else
            _estimated.Remove(index);
    }

    /// <summary>
    /// The same energy over longer intervals; one with a missing part is missing, its quality is the worst of its
    /// parts.
    /// </summary>
    /// <param name="interval">A multiple of this series' interval.</param>
    public EnergySeries Over(TimeSpan interval)
    {
        var longer = new EnergySeries(Period, interval);
        var parts = (int)(interval.Ticks / Interval.Ticks);
        for (var index = 0; index < longer.Count; index++)
        {
            var (sum, estimated, worst) = (0L, 0L, IntervalQuality.Measured);
            for (var part = index * parts; part < (index + 1) * parts; part++)
            {
                (sum, estimated) = (sum + _wattHours[part], estimated + EstimatedOf(part));
                worst = _qualities[part] > worst ? _qualities[part] : worst;
            }

            if (worst != IntervalQuality.Missing)
                longer.Put(index, sum, estimated, worst);
        }

        return longer;
    }

    /// <summary>The intervals of a shorter period; those that this series does not reach are missing.</summary>
    public EnergySeries Inside(BusinessPeriod period)
    {
        var part = new EnergySeries(period, Interval);
        for (var index = Math.Max(0, IndexOf(period.From)); index < Math.Min(Count, IndexOf(period.To)); index++)
            part.Put(this[index]);
        return part;
    }

    /// <summary>Sum of the intervals of a period that are known; those outside the series count nothing.</summary>
    public Energy TotalOf(BusinessPeriod period)
    {
        var sum = 0L;
        for (var index = Math.Max(0, IndexOf(period.From)); index < Math.Min(Count, IndexOf(period.To)); index++)
            sum += _qualities[index] == IntervalQuality.Missing ? 0 : _wattHours[index];
        return new(sum);
    }

    /// <summary>Sum of the intervals that are known.</summary>
    public Energy Total => new(Enumerable.Range(0, Count).Sum(index => EnergyOf(index)?.WattHours ?? 0));

    /// <summary>Intervals of each quality, in the order of the qualities.</summary>
    public ImmutableArray<int> CountByQuality()
    {
        var counts = new int[5];
        foreach (var quality in _qualities)
            counts[(int)quality]++;
        return [.. counts];
    }
}
