using DcOps.Domain.Metering;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Domain.History;

/// <summary>
/// One reading of a plant meter as it is kept for evidence: the position of its register, or its power where the register was
/// not read. Key: facility, meter, instant. Kept for ever.
/// </summary>
/// <param name="Meter">Name of the device at the facility's plant.</param>
/// <param name="At">When it was read, UTC.</param>
/// <param name="Position">As shown; null for a sample of power.</param>
/// <param name="Watts">Power around the reading; null when not known, and never for a sample.</param>
[GenerateSerializer, Immutable, Alias("MeterReading")]
public sealed record MeterReading(
    [property: Id(0)] FacilityId Facility,
    [property: Id(1)] string Meter,
    [property: Id(2)] DateTimeOffset At,
    [property: Id(3)] double? Position,
    [property: Id(4)] string? Serial,
    [property: Id(5)] DateTimeOffset? ResetMarker,
    [property: Id(6)] DateTimeOffset? RestartedAt,
    [property: Id(7)] double? Watts)
{
    /// <summary>Null for a sample of power.</summary>
    public RegisterReading? Register =>
        Position is { } position ? new(At, position, Serial, ResetMarker, RestartedAt, Watts) : null;

    /// <summary>Null for the position of a register.</summary>
    public PowerSample? Sample => Position is null && Watts is { } watts ? new(At, new Power(watts)) : null;

    public static MeterReading Of(FacilityId facility, string meter, in RegisterReading reading) => new(
        facility, meter, reading.At, reading.Position, reading.Serial, reading.ResetMarker, reading.RestartedAt, reading.MeanWatts);

    public static MeterReading Of(FacilityId facility, string meter, in PowerSample sample) =>
        new(facility, meter, sample.At, null, null, null, null, sample.Power.Watts);
}
