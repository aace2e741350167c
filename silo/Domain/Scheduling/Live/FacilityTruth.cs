using DcOps.Domain.Scheduling.Headroom;
using DcOps.Domain.Scheduling.MarginalPue;
using DcOps.Domain.Topology;

namespace DcOps.Domain.Scheduling.Live;

/// <summary>What is measured of a facility, as the planner uses it.</summary>
/// <param name="LastSeen">Newest minute with IT power; null when there is none in the days looked at.</param>
/// <param name="Headroom">Under N-1 of the declared power chain at the measured peak of the last day; null when either is unknown.</param>
/// <param name="Load">By time; gaps are absent.</param>
/// <param name="Curves">Fitted from the ledger's quarter-hours by outdoor temperature; empty where the ledger has none.</param>
/// <param name="OutdoorCelsius">Newest; null when not measured.</param>
public sealed record FacilityTruth(
    FacilityId Facility, DateTimeOffset? LastSeen, FacilityHeadroom? Headroom, ImmutableArray<LoadSample> Load,
    ImmutableArray<CurveBin> Curves, double? OutdoorCelsius)
{
    /// <summary>The fitted bin of the temperature, or the nearest; null when none was fitted.</summary>
    public CurveBin? CurveNow => OutdoorCelsius is { } celsius
        ? Curves.Where(bin => !bin.IsFallBack && bin.FromCelsius <= celsius).MaxBy(bin => bin.FromCelsius)
            ?? Curves.Where(bin => !bin.IsFallBack).MinBy(bin => bin.FromCelsius)
        : Curves.Where(bin => !bin.IsFallBack).MaxBy(bin => bin.Points);
}
