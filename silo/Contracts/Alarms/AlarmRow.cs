using DcOps.Domain.Alarms;

namespace DcOps.Contracts.Alarms;

/// <summary>A standing alarm and the incident it is in.</summary>
/// <param name="Incident">Its own id where nothing else belongs to it.</param>
/// <param name="IsCause">Whether it explains the others of its incident.</param>
public sealed record AlarmRow(Alarm Alarm, AlarmId Incident, bool IsCause);
