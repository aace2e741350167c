using DcOps.Domain.Alarms;

namespace DcOps.Contracts.Alarms;

/// <summary>An incident that is over.</summary>
/// <param name="EndedAt">Null while it is not.</param>
/// <param name="Alarms">How many it had.</param>
public sealed record PastIncident(AlarmId Id, DateTimeOffset FirstAt, DateTimeOffset? EndedAt, int Alarms);
