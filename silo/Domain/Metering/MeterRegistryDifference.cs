using DcOps.Domain.Topology;

namespace DcOps.Domain.Metering;

/// <summary>
/// What an import would do, told before it is done. An entry is the same one when facility, meter and first day are; all else
/// are its fields.
/// </summary>
/// <param name="Restates">
/// Facilities whose closed figures the import would change, with the first local day from which.
/// </param>
public sealed record MeterRegistryDifference(
    ImmutableArray<RegisteredMeter> Added,
    ImmutableArray<MeterRegistryChange> Changed,
    ImmutableArray<RegisteredMeter> Removed,
    ImmutableArray<(FacilityId Facility, DateOnly From)> Restates)
{
    public bool IsEmpty => Added.IsEmpty && Changed.IsEmpty && Removed.IsEmpty;

    public static MeterRegistryDifference Between(MeterRegistry before, MeterRegistry after)
    {
        var old = before.Entries.ToDictionary(KeyOf);
        var @new = after.Entries.ToDictionary(KeyOf);
        ImmutableArray<RegisteredMeter> added = [.. after.Entries.Where(entry => !old.ContainsKey(KeyOf(entry)))];
        ImmutableArray<RegisteredMeter> removed = [.. before.Entries.Where(entry => !@new.ContainsKey(KeyOf(entry)))];
        ImmutableArray<MeterRegistryChange> changed =
        [
            .. after.Entries.Where(entry => old.TryGetValue(KeyOf(entry), out var was) && was != entry)
                .Select(entry => Change(old[KeyOf(entry)], entry)),
        ];
        return new(added, changed, removed, Restated([.. added, .. removed, .. changed.Select(change => change.After)], changed));
    }

    static (FacilityId Facility, string Meter, DateOnly From) KeyOf(RegisteredMeter entry) =>
        (entry.Facility, entry.Meter, entry.ValidFrom);

    static MeterRegistryChange Change(RegisteredMeter before, RegisteredMeter after)
    {
        var (old, @new) = (MeterCsv.Cells(before), MeterCsv.Cells(after));
        return new(
            before,
            after,
            [
                .. Enumerable.Range(0, old.Length).Where(index => old[index] != @new[index])
                    .Select(index => (MeterColumns.All[index], old[index], @new[index])),
            ]);
    }

    // An entry that only ends earlier or later changes figures from the earlier of both ends on.
    static ImmutableArray<(FacilityId, DateOnly)> Restated(
        ImmutableArray<RegisteredMeter> touched, ImmutableArray<MeterRegistryChange> changed)
    {
        var endOnly = changed.Where(change => change.Fields.All(field => field.Column == MeterColumns.ValidTo))
            .ToDictionary(change => KeyOf(change.After), change => Min(change.Before.ValidTo, change.After.ValidTo));
        return
        [
            .. touched.GroupBy(entry => entry.Facility)
                .Select(group => (group.Key, group.Min(entry => endOnly.GetValueOrDefault(KeyOf(entry), entry.ValidFrom)))),
        ];
    }

    static DateOnly Min(DateOnly? one, DateOnly? other) =>
        one is { } first && other is { } second ? (first < second ? first : second) : one ?? other!.Value;
}
