using DcOps.Domain.Topology;

namespace DcOps.Simulator.Years;

/// <summary>One thing that goes wrong with one meter.</summary>
/// <param name="To">Equal to <paramref name="From"/> where it is one reading's.</param>
public sealed record YearFault(FacilityId Facility, string Meter, YearFaultKind Kind, DateTimeOffset From, DateTimeOffset To)
{
    public bool Covers(DateTimeOffset at) => at >= From && at < To;
}
