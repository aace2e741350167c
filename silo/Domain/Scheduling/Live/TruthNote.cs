namespace DcOps.Domain.Scheduling.Live;

/// <summary>What a plan took from measurement for one facility, and what from its tables.</summary>
/// <param name="LastSeen">Newest measured minute; null when none was known.</param>
/// <param name="PeakKw">Measured IT peak of the last day; null when unknown.</param>
/// <param name="LimitKw">Lowest IT kW that may run over the plan.</param>
/// <param name="BoundBy">What sets that limit: <c>ups</c>, <c>transformer</c>; <c>tables</c> for contract and cooling as declared.</param>
/// <param name="BaseFrom">How the base load was found.</param>
/// <param name="RSquared">Of the fitted curve; null where the curve is the tables'.</param>
/// <param name="Points">Quarter-hours behind the fitted curve, 0 where it is the tables'.</param>
/// <param name="MarginalPue">At the measured peak, or at the highest base load where no peak is known.</param>
/// <param name="AveragePue">At the same load; null when that is zero.</param>
public sealed record TruthNote(
    string Facility, TruthState State, DateTimeOffset? LastSeen, double? PeakKw, double LimitKw, string BoundBy, BaseSource BaseFrom,
    double? RSquared, int Points, double MarginalPue, double? AveragePue);
