using DcOps.Domain.Quality;
using DcOps.Domain.Topology;

namespace DcOps.Contracts.Ledger;

/// <summary>Quality of one class of points at one place.</summary>
/// <param name="Facility">Null for the sum over a city.</param>
/// <param name="Meter">Null for the sum over a facility.</param>
public sealed record QualityRow(
    CityCode City, FacilityId? Facility, string? Meter, PointClass Class, PointTally Tally, QualityScore Score);
