using DcOps.Domain.Metering;
using DcOps.Domain.Topology;

namespace DcOps.Domain.Ledger;

/// <summary>What one meter counted over one 15-minute interval, local day or local month, as the ledger has it.</summary>
/// <param name="Meter">Name of the meter in the registry.</param>
/// <param name="From">Start of the period, UTC.</param>
/// <param name="Count">
/// In the unit that the carrier's register counts (Wh, L, g). A day's is the register at its end less that at its start, a month's the
/// sum of its days. Null while the period is missing.
/// </param>
/// <param name="ReadAt">When the reading was taken that ends the period, UTC; null when it is no single reading.</param>
public sealed record EnergyItem(
    FacilityId Facility, string Meter, MeterCarrier Carrier, ItemSpan Span, DateTimeOffset From, long? Count,
    IntervalQuality Quality, DateTimeOffset? ReadAt = null);
