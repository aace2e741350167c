using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Domain.Green;

/// <summary>Servers of one kind in a facility as they were counted on a day; a facility's stand until it is counted again.</summary>
/// <param name="Kind">As in <c>two-socket 2024</c>.</param>
/// <param name="Servers">At least 1, idle ones included.</param>
/// <param name="MeanUtilization">Mean processor utilization since the count before (ISO/IEC 30134-5); null when it was not measured.</param>
/// <param name="Performance">Greatest performance of all of them together, in the unit of the benchmark used (ISO/IEC 30134-4); null when not known.</param>
/// <param name="MostPower">Greatest power of all of them together; known exactly when the performance is.</param>
public sealed record ServerStand(
    FacilityId Facility, DateOnly CountedOn, string Kind, int Servers, Ratio? MeanUtilization, double? Performance, Power? MostPower);
