namespace DcOps.Domain.Metering;

/// <summary>Positions that were refused as implausible but agree with each other so far.</summary>
/// <param name="FirstWattHours">The first of them, Wh.</param>
/// <param name="WattHours">The newest of them, Wh.</param>
/// <param name="Confirmations">How many agree, the first included.</param>
[GenerateSerializer, Immutable, Alias("RegisterCandidate")]
public sealed record RegisterCandidate(
    [property: Id(0)] double FirstWattHours,
    [property: Id(1)] double WattHours,
    [property: Id(2)] DateTimeOffset FirstAt,
    [property: Id(3)] DateTimeOffset LastAt,
    [property: Id(4)] int Confirmations);
