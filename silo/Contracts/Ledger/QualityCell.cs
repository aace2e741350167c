using DcOps.Domain.Quality;
using DcOps.Domain.Topology;

namespace DcOps.Contracts.Ledger;

/// <summary>One class of points of one city: a cell of the matrix.</summary>
/// <param name="Facilities">Facilities that the cell sums.</param>
/// <param name="Timing">Null where arrivals are not noted.</param>
public sealed record QualityCell(
    CityCode City, PointClass Class, int Facilities, PointTally Tally, QualityScore Score, QualityTiming? Timing);
