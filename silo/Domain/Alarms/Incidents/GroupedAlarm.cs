using DcOps.Domain.PowerChain;
using DcOps.Domain.Telemetry;

namespace DcOps.Domain.Alarms.Incidents;

/// <summary>What grouping asks of an alarm.</summary>
/// <param name="SymptomOf">What, when it fails upstream, explains it.</param>
/// <param name="CauseOf">What fails downstream with it.</param>
[GenerateSerializer, Immutable, Alias("GroupedAlarm")]
public sealed record GroupedAlarm(
    [property: Id(0)] AlarmId Id, [property: Id(1)] AlarmKey Key, [property: Id(2)] DateTimeOffset StartedAt, [property: Id(3)] AlarmPriority Priority, [property: Id(4)] Dependency SymptomOf, [property: Id(5)] Dependency CauseOf)
{
    /// <summary>By what it takes down, or may: what fails with it, else what it is a symptom of.</summary>
    public Dependency Endangers => CauseOf == Dependency.None ? SymptomOf : CauseOf;

    /// <summary>The value that it is about, whichever rule says so.</summary>
    public (string Path, PointId Point) Measured => (Key.Location.Path, Key.Point);

    public static GroupedAlarm Of(Alarm alarm, AlarmRule? rule) => new(
        alarm.Id, alarm.Key, alarm.StartedAt, alarm.Priority, rule?.SymptomOf ?? Dependency.None, rule?.CauseOf ?? Dependency.None);
}
