namespace DcOps.Domain.Racks;

/// <summary>One quantity over one minute, in its canonical unit. The mean is weighted by time between samples.</summary>
[GenerateSerializer, Immutable, Alias("MinuteRollup")]
public readonly record struct MinuteRollup(
    [property: Id(0)] double Min,
    [property: Id(1)] double Mean,
    [property: Id(2)] double Max,
    [property: Id(3)] double Last);
