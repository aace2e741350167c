using DcOps.Domain.PowerChain;

namespace DcOps.Domain.Alarms.Incidents;

/// <summary>What grouping asks of an alarm.</summary>
/// <param name="SymptomOf">What, when it fails upstream, explains it.</param>
/// <param name="CauseOf">What fails downstream with it.</param>
public sealed record GroupedAlarm(
    AlarmId Id, AlarmKey Key, DateTimeOffset StartedAt, AlarmPriority Priority, Dependency SymptomOf, Dependency CauseOf)
{
    public static GroupedAlarm Of(Alarm alarm, AlarmRule? rule) => new(
        alarm.Id, alarm.Key, alarm.StartedAt, alarm.Priority, rule?.SymptomOf ?? Dependency.None, rule?.CauseOf ?? Dependency.None);
}
