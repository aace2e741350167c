namespace DcOps.Domain.Alarms.Work;

/// <summary>What a command would do to one of many alarms.</summary>
/// <param name="Refused">Null where it would be taken.</param>
public sealed record BulkLine(AlarmKey Key, AlarmPriority Priority, AlarmState From, AlarmState To, AlarmText? Refused);
