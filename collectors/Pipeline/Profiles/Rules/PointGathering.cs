using DcOps.Domain.Telemetry;

namespace DcOps.Collectors.Pipeline.Profiles.Rules;

/// <summary>
/// One message's points as they come together: of several objects for one point the first in the profile's order that has
/// a value counts; of conditions the worst.
/// </summary>
sealed class PointGathering
{
    readonly Dictionary<PointId, Gathered> _points = [];

    public void Add(PointId point, int order, double? value, ReadingQuality quality, RegisterTraits? traits)
    {
        var added = new Gathered(order, value, quality, traits);
        _points[point] = !_points.TryGetValue(point, out var known) ? added
            : point.Quantity == Quantity.Condition ? Worse(known, added)
            : Prefer(known, added);
    }

    public ImmutableArray<Reading> Readings(DateTimeOffset observedAt)
    {
        var readings = ImmutableArray.CreateBuilder<Reading>(_points.Count);
        foreach (var (point, gathered) in _points)
            readings.Add(new(point, gathered.Value, observedAt, gathered.Quality));
        return readings.MoveToImmutable();
    }

    public ImmutableArray<RegisterTraits> Registers()
    {
        var registers = ImmutableArray.CreateBuilder<RegisterTraits>();
        foreach (var (point, gathered) in _points)
        {
            if (gathered.Traits is { } traits)
                registers.Add(traits with { Point = point });
        }

        return registers.DrainToImmutable();
    }

    static Gathered Prefer(Gathered left, Gathered right)
    {
        var (first, second) = left.Order <= right.Order ? (left, right) : (right, left);
        // Two registers never stand in for each other: to jump between them would look like consumption.
        return first.Value is null && second.Value is not null && first.Traits is null ? second : first;
    }

    // Unknown is worse than ok: a part of which one sensor is silent is not known to be well.
    static Gathered Worse(Gathered left, Gathered right) => Rank(left.Value) >= Rank(right.Value) ? left : right;

    static int Rank(double? condition) => condition is { } code ? Meaning.Rank((ConditionCode)code) : 0;

    readonly record struct Gathered(int Order, double? Value, ReadingQuality Quality, RegisterTraits? Traits);
}
