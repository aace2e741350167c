using DcOps.Domain.Ledger;

namespace DcOps.Domain.Metering;

/// <summary>Energy of one meter over one whole interval, in whole watt-hours.</summary>
/// <param name="From">Start of the interval, UTC, on a boundary of its length.</param>
/// <param name="WattHours">All of it, the estimated part included.</param>
/// <param name="EstimatedWattHours">The estimated part.</param>
public readonly record struct IntervalPiece(
    DateTimeOffset From, long WattHours, long EstimatedWattHours, IntervalQuality Quality);
