namespace DcOps.Domain.Telemetry;

/// <summary>What must be known about an energy register to read it without guessing.</summary>
/// <param name="Point">The register's point; its quantity is <see cref="Quantity.ActiveEnergy"/>.</param>
/// <param name="ResolutionWattHours">Smallest step of the register, Wh; above zero.</param>
/// <param name="ModulusWattHours">Value at which the register wraps to zero, Wh; null when it never wraps in a meter's life.</param>
/// <param name="RatedWatts">Breaker or nameplate rating of the metered point, W; above zero. The plausibility limit of every step.</param>
/// <param name="IsVolatile">Whether the register restarts from zero with its agent.</param>
/// <param name="MeterSerial">Serial number as the device reports it; null when it reports none. A change is a meter swap.</param>
[GenerateSerializer, Immutable, Alias("RegisterTraits")]
public sealed record RegisterTraits(
    [property: Id(0)] PointId Point,
    [property: Id(1)] double ResolutionWattHours,
    [property: Id(2)] double? ModulusWattHours,
    [property: Id(3)] double RatedWatts,
    [property: Id(4)] bool IsVolatile,
    [property: Id(5)] string? MeterSerial);
