namespace DcOps.Domain.Scheduling.Model;

/// <summary>Longest round trip to the origin a workload bears: 1 ms (city), 5 ms (province), 20 ms (nation), or any.</summary>
public enum LatencyClass
{
    Any,
    Nation,
    Province,
    City,
}
