using DcOps.Domain.Quality;
using DcOps.Domain.Topology;

namespace DcOps.Contracts.Ledger;

/// <summary>Quality of one class of points at one place.</summary>
/// <param name="Facility">Null for the sum over a city.</param>
/// <param name="Meter">The meter, or for the other classes the room by its code; null for the sum over a facility.</param>
public sealed record QualityRow(
    CityCode City, FacilityId? Facility, string? Meter, PointClass Class, PointTally Tally, QualityScore Score)
{
    /// <summary>The room whose points were counted; null for meters and sums.</summary>
    public RoomId? Room { get; init; }

    /// <summary>Null where arrivals are not noted.</summary>
    public QualityTiming? Timing { get; init; }
}
