using DcOps.Domain.Facilities;
using DcOps.Domain.History;
using DcOps.Domain.Ledger;
using DcOps.Domain.Racks;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.History.Tests.Conformance;

/// <summary>Rows to write and to expect back.</summary>
static class SampleRows
{
    public static readonly DateTimeOffset Start = new(2025, 6, 20, 22, 0, 0, TimeSpan.Zero);
    public static readonly RackId SampleRack = RackId.Parse("NJ-01/R01/A07");
    public static readonly FacilityId SampleFacility = FacilityId.Parse("NJ-01");

    public static DateTimeOffset At(int minutes) => Start.AddMinutes(minutes);

    public static MinuteRollup Rollup(double around) => new(around - 10, around + 0.375, around + 20, around + 0.1);

    public static RackMinute RackMinute(
        int minute = 0, double? watts = 4_000, double? celsius = 23.5, long? wattHours = 66, string rack = "NJ-01/R01/A07") =>
        new(
            RackId.Parse(rack), At(minute),
            watts is { } power ? Rollup(power) : null,
            celsius is { } temperature ? Rollup(temperature) : null,
            wattHours is { } energy ? new Energy(energy) : null,
            wattHours is null ? IntervalQuality.Missing : IntervalQuality.Interpolated);

    public static FacilityMinute FacilityMinute(
        int minute = 0, double? watts = 1_200_000, double? outdoor = -3.5, int racksLive = 98, string facility = "NJ-01") =>
        new(
            FacilityId.Parse(facility), At(minute),
            watts is { } total ? Rollup(total) : null,
            watts is { } it ? Rollup(it * 0.75) : null,
            watts is { } cooling ? Rollup(cooling * 0.2) : null,
            outdoor, racksLive);

    public static FacilityInterval Interval(
        int minute = 0,
        MeterRole role = MeterRole.UtilityEntrance,
        long? wattHours = 300_000,
        long estimatedWattHours = 0,
        int metersKnown = 2,
        string facility = "NJ-01") =>
        new(
            FacilityId.Parse(facility), role, At(minute),
            wattHours is { } energy ? new Energy(energy) : null,
            new Energy(estimatedWattHours),
            wattHours is null ? IntervalQuality.Missing : IntervalQuality.Measured,
            metersKnown, MetersExpected: 2);

    public static HistoryBatch Batch(params RackMinute[] rows) => HistoryBatch.Empty with { RackMinutes = [.. rows] };

    public static HistoryBatch Batch(params FacilityMinute[] rows) => HistoryBatch.Empty with { FacilityMinutes = [.. rows] };

    public static HistoryBatch Batch(params FacilityInterval[] rows) => HistoryBatch.Empty with { Intervals = [.. rows] };
}
