using DcOps.Domain.Topology;

namespace DcOps.Domain.Quality;

/// <summary>Something about a meter that a person should look at.</summary>
/// <param name="From">Since when; null when the period as a whole is meant.</param>
/// <param name="To">Until when; null while it lasts, or when the period as a whole is meant.</param>
/// <param name="Detail">What was seen, with its figures; the other place for a shared serial.</param>
public sealed record Suspicion(
    SuspicionKind Kind, FacilityId Facility, string Meter, DateTimeOffset? From, DateTimeOffset? To, string Detail);
