namespace DcOps.Domain.Scheduling.Headroom;

/// <summary>One of the parallel units of a stage of the power or cooling chain.</summary>
/// <param name="Name">As operators call it: UPS-B2, CH-01.</param>
/// <param name="RatedKw">IT kW it can carry (for cooling: IT kW whose heat it can remove at the temperature asked about).</param>
public sealed record PowerPath(string Name, double RatedKw);
