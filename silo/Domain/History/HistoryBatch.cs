using DcOps.Domain.Facilities;
using DcOps.Domain.Ledger;
using DcOps.Domain.Racks;

namespace DcOps.Domain.History;

/// <summary>Rows for history. Every row replaces an earlier one of the same key (subject, start, role), so a batch may be written twice.</summary>
[GenerateSerializer, Immutable, Alias("HistoryBatch")]
public sealed record HistoryBatch(
    [property: Id(0)] ImmutableArray<RackMinute> RackMinutes,
    [property: Id(1)] ImmutableArray<FacilityMinute> FacilityMinutes,
    [property: Id(2)] ImmutableArray<FacilityInterval> Intervals)
{
    /// <summary>Readings of plant meters.</summary>
    [Id(3)]
    public ImmutableArray<MeterReading> MeterReadings { get => field.IsDefault ? [] : field; init; } = [];

    public static HistoryBatch Empty { get; } = new([], [], []);

    public int Rows => RackMinutes.Length + FacilityMinutes.Length + Intervals.Length + MeterReadings.Length;
}
