namespace DcOps.Domain.Alarms.Work;

/// <summary>What a command would do to one of many alarms.</summary>
/// <param name="Refused">Null where it would be taken.</param>
[GenerateSerializer, Immutable, Alias("BulkLine")]
public sealed record BulkLine([property: Id(0)] AlarmKey Key, [property: Id(1)] AlarmPriority Priority, [property: Id(2)] AlarmState From, [property: Id(3)] AlarmState To, [property: Id(4)] AlarmText? Refused);
