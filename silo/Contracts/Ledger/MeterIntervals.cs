using DcOps.Domain.Ledger;
using DcOps.Domain.Metering;

namespace DcOps.Contracts.Ledger;

/// <summary>One meter's energy by interval, with what its register went through.</summary>
/// <param name="Entries">The registry's entries of the meter, earliest first.</param>
/// <param name="Series">Gaps filled in their order; an interval says what it rests on.</param>
/// <param name="Events">Wraps, resets, swaps and refused positions inside the period, by time.</param>
public sealed record MeterIntervals(ImmutableArray<RegisteredMeter> Entries, EnergySeries Series, ImmutableArray<MeterEvent> Events);
