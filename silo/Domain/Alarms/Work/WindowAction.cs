namespace DcOps.Domain.Alarms.Work;

/// <summary>What the maintenance windows ask of one alarm now.</summary>
public sealed record WindowAction(AlarmKey Key, AlarmPriority Priority, AlarmCommand Command, string Window);
