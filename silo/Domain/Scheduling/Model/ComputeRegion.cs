namespace DcOps.Domain.Scheduling.Model;

/// <summary>A part of the province (or the hub outside it) between whose parts latency and transfer are counted.</summary>
/// <param name="Code">Short name, unique in the input.</param>
/// <param name="IsInProvince">Data that may not leave the province stays in regions where this is true.</param>
public sealed record ComputeRegion(string Code, RegionKind Kind, bool IsInProvince = true);
