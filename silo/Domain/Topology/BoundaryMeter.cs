namespace DcOps.Domain.Topology;

/// <summary>One meter of a facility's declared boundary: a plant device whose total energy register counts in a role.</summary>
/// <param name="Device">Name of the device at the facility's plant, as its readings carry it.</param>
[GenerateSerializer, Immutable, Alias("BoundaryMeter")]
public sealed record BoundaryMeter([property: Id(0)] string Device, [property: Id(1)] MeterRole Role);
