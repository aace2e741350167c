using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;

namespace DcOps.Domain.Quality;

/// <summary>Something about a rack's point that a person should look at.</summary>
/// <param name="From">Since when; null when it is so now.</param>
/// <param name="Detail">What was seen, with its figures.</param>
[GenerateSerializer, Immutable, Alias("PointSuspicion")]
public sealed record PointSuspicion(
    [property: Id(0)] SuspicionKind Kind,
    [property: Id(1)] RackId Rack,
    [property: Id(2)] PointId Point,
    [property: Id(3)] DateTimeOffset? From,
    [property: Id(4)] string Detail);
