using DcOps.Domain.History;
using DcOps.Domain.Ledger;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Grains.Tests;

/// <summary>What of a facility's rows the ledger must hear of because its day may be closed.</summary>
public sealed class LateReadingTests
{
    static readonly DateTimeOffset Now = new(2026, 11, 23, 4, 0, 0, TimeSpan.Zero);
    static readonly FacilityId Site = FacilityId.Parse("NJ-01");

    [Fact]
    public void Late_intervals_of_the_racks_are_told_as_late_readings_of_meters_are()
    {
        var (old, older) = (Now.AddDays(-20), Now.AddDays(-30));
        var rows = HistoryBatch.Empty with
        {
            Intervals = [Interval(MeterRole.ItInput, older), Interval(MeterRole.UtilityEntrance, Now.AddDays(-40)), Interval(MeterRole.ItInput, Now.AddHours(-1))],
            MeterReadings = [Reading(old), Reading(Now.AddMinutes(-1))],
        };

        Assert.Equal([old, older], LateReadings.Of(rows, Now));
    }

    [Fact]
    public void What_comes_in_time_is_told_to_nobody() =>
        Assert.Empty(LateReadings.Of(HistoryBatch.Empty with { Intervals = [Interval(MeterRole.ItInput, Now.AddMinutes(-30))], MeterReadings = [Reading(Now)] }, Now));

    static FacilityInterval Interval(MeterRole role, DateTimeOffset from) => new(Site, role, from, new Energy(1), Energy.Zero, IntervalQuality.Measured, 1, 1);

    static MeterReading Reading(DateTimeOffset at) => new(Site, "utility-1", at, 1, null, null, null, null);
}
