using System.Globalization;
using DcOps.Domain.Quality;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;

namespace DcOps.Domain.Racks;

/// <summary>Counts a room's points by class and looks for those that say the same too long, or in the wrong unit.</summary>
static class PointSurvey
{
    const int MostSuspicions = 100;

    // Before, a day's energy says little about the power of now.
    static readonly TimeSpan LeastOfDay = TimeSpan.FromHours(1);

    public static RoomQualityReport Of(RoomId room, RackState[] racks, ImmutableArray<QualityDay> days, DateTimeOffset now)
    {
        var classes = Enum.GetValues<PointClass>().Length;
        var (points, having, suspicions) = (new int[classes], new int[classes], ImmutableArray.CreateBuilder<PointSuspicion>());
        var own = new int[classes];
        foreach (var rack in racks)
        {
            Array.Clear(own);
            for (var index = 0; index < rack.Points.Latest.Length; index++)
            {
                var reading = rack.Points.Latest[index];
                if (PointClasses.Of(reading.Point.Quantity) is not { } of)
                    continue;
                own[(int)of]++;
                if (suspicions.Count < MostSuspicions && IsStuck(of, reading, rack.Points.SameSince(index)))
                {
                    suspicions.Add(new(
                        SuspicionKind.Stuck, rack.Rack.Id, reading.Point, rack.Points.SameSince(index),
                        string.Create(CultureInfo.InvariantCulture, $"{reading.Value:0.###}, {(reading.ObservedAt - rack.Points.SameSince(index)).TotalHours:0} h")));
                }
            }

            for (var of = 0; of < classes; of++)
                (points[of], having[of]) = (points[of] + own[of], having[of] + (own[of] > 0 ? 1 : 0));
            if (suspicions.Count < MostSuspicions && UnitOf(rack, now) is { } unit)
                suspicions.Add(unit);
        }

        return new(room, now, days, [.. points], [.. having], suspicions.DrainToImmutable());
    }

    // A sensor in moving air never reads the same for a day.
    static bool IsStuck(PointClass of, in Reading reading, DateTimeOffset since) =>
        of is PointClass.Temperature or PointClass.Humidity && reading.Value is not null && reading.ObservedAt - since > StuckCheck.Longest;

    static PointSuspicion? UnitOf(RackState rack, DateTimeOffset now)
    {
        var over = now - BusinessCalendar.Shanghai.DayOf(now).From;
        if (over < LeastOfDay || rack.Today(now) is not { } energy || rack.Vitals(now).Power is not { } power
            || UnitCheck.Of(energy, over, power) == UnitSuspicion.None)
            return null;

        var feed = FirstFeed(rack);
        return new(
            SuspicionKind.Unit, rack.Rack.Id, feed, null,
            string.Create(CultureInfo.InvariantCulture, $"{power.Kilowatts:0.###} kW, {energy.KilowattHours / over.TotalHours:0.###} kW"));
    }

    static PointId FirstFeed(RackState rack)
    {
        foreach (ref readonly var reading in rack.Points.Latest)
        {
            if (reading.Point is { Quantity: Quantity.ActivePower, Part: PartKind.Total })
                return reading.Point;
        }

        return PointId.Total("rack", Quantity.ActivePower);
    }
}
