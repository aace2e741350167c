namespace DcOps.Domain.Telemetry;

/// <summary>The last batch of a collector that an owner folded.</summary>
[GenerateSerializer, Immutable, Alias("CollectorSequence")]
public readonly record struct CollectorSequence([property: Id(0)] string Collector, [property: Id(1)] long Sequence);
