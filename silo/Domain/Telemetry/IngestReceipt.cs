namespace DcOps.Domain.Telemetry;

/// <summary>Answer to one batch.</summary>
[GenerateSerializer, Immutable, Alias("IngestReceipt")]
public readonly record struct IngestReceipt(
    [property: Id(0)] string Collector,
    [property: Id(1)] long Sequence,
    [property: Id(2)] IngestOutcome Outcome);
