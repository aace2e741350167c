using DcOps.Domain.Ledger;
using DcOps.Domain.Telemetry;

namespace DcOps.Domain.Racks;

/// <summary>
/// Minutes of a rack made of values that its devices had kept while nobody heard them. They come in any order, so they are
/// gathered by point; a minute has power when every feed of the rack told some of it.
/// </summary>
sealed class RecalledMinutes(RackImage? image)
{
    /// <summary>Points times minutes: a day of two feeds and an inlet. The oldest are let go beyond it.</summary>
    const int MostPoints = 4_320;

    readonly List<RecalledPoint> _points = image is null || image.Recalled.IsDefault ? [] : [.. image.Recalled];

    /// <summary>Adds a value that is usable.</summary>
    public void Add(in Reading reading)
    {
        var minute = IntervalGrid.Floor(reading.ObservedAt, IntervalGrid.Minute);
        for (var index = _points.Count - 1; index >= 0; index--)
        {
            if (_points[index].Minute == minute && _points[index].Point == reading.Point)
            {
                _points[index] = _points[index].Plus(reading.Value!.Value, reading.ObservedAt);
                return;
            }
        }

        if (_points.Count == MostPoints)
            _points.RemoveAt(0);
        var value = reading.Value!.Value;
        _points.Add(new(minute, reading.Point, 1, value, value, value, value, reading.ObservedAt, false));
    }

    /// <summary>
    /// Sum over the rack's feeds, W; null while one of them told nothing of the minute. Of several feeds min and max are the
    /// sums of theirs: bounds, for feeds are not read at one instant.
    /// </summary>
    public MinuteRollup? PowerOf(DateTimeOffset minute, PointTable known)
    {
        foreach (ref readonly var reading in known.Latest)
        {
            if (IsFeed(reading.Point) && !Has(minute, reading.Point))
                return null;
        }

        MinuteRollup? sum = null;
        foreach (var point in _points)
        {
            if (point.Minute == minute && IsFeed(point.Point))
            {
                var before = sum ?? default;
                sum = new(before.Min + point.Min, before.Mean + (point.Sum / point.Count), before.Max + point.Max, before.Last + point.Last);
            }
        }

        return sum;
    }

    /// <summary>Hottest inlet, °C; null when none told of the minute.</summary>
    public MinuteRollup? InletOf(DateTimeOffset minute)
    {
        MinuteRollup? hottest = null;
        foreach (var point in _points)
        {
            if (point.Minute != minute || point.Point.Quantity != Quantity.InletTemperature)
                continue;

            var mean = point.Sum / point.Count;
            hottest = hottest is { } other
                ? new(Math.Max(other.Min, point.Min), Math.Max(other.Mean, mean), Math.Max(other.Max, point.Max), Math.Max(other.Last, point.Last))
                : new(point.Min, mean, point.Max, point.Last);
        }

        return hottest;
    }

    /// <summary>Whether something of this quantity is in the minute's row already, so that more of it may replace it.</summary>
    public bool IsTold(DateTimeOffset minute, Quantity quantity) =>
        _points.Exists(point => point.IsTold && point.Minute == minute && point.Point.Quantity == quantity);

    public void NoteTold(DateTimeOffset minute, Quantity quantity)
    {
        for (var index = 0; index < _points.Count; index++)
        {
            if (_points[index].Minute == minute && _points[index].Point.Quantity == quantity)
                _points[index] = _points[index] with { IsTold = true };
        }
    }

    /// <summary>Lets go what can no longer be told.</summary>
    public void Forget(Func<DateTimeOffset, bool> isOpen) => _points.RemoveAll(point => !isOpen(point.Minute));

    public ImmutableArray<RecalledPoint> Save() => [.. _points];

    static bool IsFeed(in PointId point) => point is { Quantity: Quantity.ActivePower, Part: PartKind.Total };

    bool Has(DateTimeOffset minute, PointId feed) => _points.Exists(point => point.Minute == minute && point.Point == feed);
}
