using DcOps.Domain.Alarms;

namespace DcOps.Contracts.Alarms;

/// <summary>A standing alarm and the incident it is in.</summary>
/// <param name="Incident">Its own id where nothing else belongs to it.</param>
/// <param name="IsCause">Whether it explains the others of its incident.</param>
[GenerateSerializer, Immutable, Alias("AlarmRow")]
public sealed record AlarmRow([property: Id(0)] Alarm Alarm, [property: Id(1)] AlarmId Incident, [property: Id(2)] bool IsCause);
