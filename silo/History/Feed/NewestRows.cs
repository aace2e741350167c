using DcOps.Domain.History;

namespace DcOps.History.Feed;

/// <summary>Start of the newest row of each kind; null where there is none. Ticks, UTC.</summary>
readonly record struct NewestRows(long? RackMinute, long? FacilityMinute, long? Interval)
{
    public static NewestRows Of(HistoryBatch batch) =>
        new(
            batch.RackMinutes.IsEmpty ? null : batch.RackMinutes.Max(row => row.Minute.UtcTicks),
            batch.FacilityMinutes.IsEmpty ? null : batch.FacilityMinutes.Max(row => row.Minute.UtcTicks),
            batch.Intervals.IsEmpty ? null : batch.Intervals.Max(row => row.From.UtcTicks));

    public NewestRows And(NewestRows other) =>
        new(Later(RackMinute, other.RackMinute), Later(FacilityMinute, other.FacilityMinute), Later(Interval, other.Interval));

    /// <summary>Parts the rows that cannot have an earlier version among those of this mark from those that may, and so must follow them.</summary>
    public (HistoryBatch After, HistoryBatch Among) Split(HistoryBatch batch)
    {
        var (rackMinute, facilityMinute, interval) = (RackMinute, FacilityMinute, Interval);
        var (racksAfter, racksAmong) = Part(batch.RackMinutes, row => rackMinute is null || row.Minute.UtcTicks > rackMinute);
        var (facilitiesAfter, facilitiesAmong) =
            Part(batch.FacilityMinutes, row => facilityMinute is null || row.Minute.UtcTicks > facilityMinute);
        var (intervalsAfter, intervalsAmong) = Part(batch.Intervals, row => interval is null || row.From.UtcTicks > interval);
        // A meter's reading has no later version, so it need not follow one.
        return (
            new(racksAfter, facilitiesAfter, intervalsAfter) { MeterReadings = batch.MeterReadings },
            new(racksAmong, facilitiesAmong, intervalsAmong));
    }

    static (ImmutableArray<T> After, ImmutableArray<T> Among) Part<T>(ImmutableArray<T> rows, Func<T, bool> isAfter) =>
        rows.All(isAfter) ? (rows, []) : ([.. rows.Where(isAfter)], [.. rows.Where(row => !isAfter(row))]);

    static long? Later(long? left, long? right) => left is null || right > left ? right : left;
}
