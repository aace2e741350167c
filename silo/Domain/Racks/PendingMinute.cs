using DcOps.Domain.Ledger;

namespace DcOps.Domain.Racks;

/// <summary>A rack's minute that may still change.</summary>
/// <param name="Power">Null while no minute of power was gathered.</param>
/// <param name="Inlet">Null while no minute of inlet temperature was gathered.</param>
/// <param name="Energy">Its interval is the minute.</param>
/// <param name="IsTold">Whether its row was handed on since it changed.</param>
[GenerateSerializer, Immutable, Alias("PendingMinute")]
public readonly record struct PendingMinute(
    [property: Id(0)] MinuteRollup? Power,
    [property: Id(1)] MinuteRollup? Inlet,
    [property: Id(2)] EnergySlot Energy,
    [property: Id(3)] bool IsTold)
{
    public DateTimeOffset Minute => Energy.From;
}
