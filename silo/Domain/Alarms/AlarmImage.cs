namespace DcOps.Domain.Alarms;

/// <summary>A book of alarms as it is saved.</summary>
/// <param name="Slots">By location, then in the order in which they began.</param>
[GenerateSerializer, Immutable, Alias("AlarmImage")]
public sealed record AlarmImage([property: Id(0)] ImmutableArray<AlarmSlotImage> Slots)
{
    public static AlarmImage Empty { get; } = new([]);
}
