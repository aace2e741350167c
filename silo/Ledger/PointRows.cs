using DcOps.Contracts.Ledger;
using DcOps.Domain.Quality;
using DcOps.Domain.Topology;

namespace DcOps.Ledger;

/// <summary>Quality of the racks' points by room, as the rooms counted it.</summary>
sealed class PointRows(LedgerParts parts)
{
    const int RoomsAtOnce = 32;

    static BusinessCalendar Calendar => BusinessCalendar.Shanghai;

    /// <summary>A row per room and class, in the order of the inventory; arrivals beside each; suspicions; the days that were counted.</summary>
    public async Task<PointQualityOf> OfAsync(BusinessPeriod period, CancellationToken cancellationToken)
    {
        if (parts.PointQuality is not { } source)
            return PointQualityOf.None;

        var rooms = parts.Inventory.Facilities.SelectMany(facility => facility.Rooms.Select(room => (Facility: facility, Room: room.Id))).ToArray();
        var reports = new RoomQualityReport?[rooms.Length];
        await Parallel.ForAsync(
            0, rooms.Length, new ParallelOptions { MaxDegreeOfParallelism = RoomsAtOnce, CancellationToken = cancellationToken },
            async (index, token) => reports[index] = await source.OfAsync(rooms[index].Room, token));
        var rows = ImmutableArray.CreateBuilder<(QualityRow, ImmutableArray<long>)>();
        foreach (var ((facility, room), report) in rooms.Zip(reports))
        {
            foreach (var of in PointClasses.Counted)
            {
                if (report?.TallyOf(of, period, Calendar) is not { } counted)
                    continue;

                // The question itself is the probe of whether the data can be had.
                var (tally, arrivals) = (counted with { Probes = 1, ProbesAnswered = 1 }, report.ArrivalsOf(of, period, Calendar));
                rows.Add((
                    new(facility.City, facility.Id, room.RoomCode, of, tally, QualityScore.Of(tally))
                    {
                        Room = room,
                        Timing = ArrivalClasses.Timing(arrivals),
                    },
                    arrivals));
            }
        }

        var days = reports.OfType<RoomQualityReport>().SelectMany(report => PointClasses.Counted.SelectMany(of => report.DaysOf(of, period, Calendar)))
            .Select(day => day.Day).ToList();
        return new(
            rows.DrainToImmutable(), [.. reports.OfType<RoomQualityReport>().SelectMany(Suspect)],
            days.Count == 0 ? null : new(Calendar.Day(days.Min()).From, Calendar.Day(days.Max()).To));
    }

    static IEnumerable<Suspicion> Suspect(RoomQualityReport report)
    {
        foreach (var each in report.Suspicions)
            yield return new(each.Kind, report.Room.Facility, $"{each.Rack.Value[(report.Room.Facility.Value.Length + 1)..]} {each.Point}", each.From, null, each.Detail);
        foreach (var of in PointClasses.Counted)
        {
            var all = new BusinessPeriod(DateTimeOffset.MinValue.AddDays(2), DateTimeOffset.MaxValue.AddDays(-2));
            if (ArrivalClasses.Timing(report.ArrivalsOf(of, all, Calendar)).ClockSkew is { } skew && skew.Duration() >= FarOff)
                yield return new(SuspicionKind.ClockSkew, report.Room.Facility, $"{report.Room.RoomCode} {of}", null, null, $"{skew:c}");
        }
    }

    // The nearest class below what is no longer taken at all.
    static TimeSpan FarOff => TimeSpan.FromMinutes(2);
}
