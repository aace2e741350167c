namespace DcOps.Domain.Alarms.Notification;

/// <summary>One thing to tell one target. Delivered at least once; who delivers it twice knows by its key.</summary>
/// <param name="Key">Follows from incident, episode, target, route, kind and step: the same whoever plans it, however often.</param>
/// <param name="Episode">How often the incident was told to be over before this.</param>
/// <param name="Step">Of the escalation, from 0.</param>
/// <param name="Incident">That tells it now; of a key that was made for an incident that it has absorbed since, its own id.</param>
/// <param name="HeldBack">Notices to this target that the rate limit kept back since the last one delivered to it.</param>
/// <param name="Facility">Of the incident; empty where it is not known.</param>
/// <param name="Silence">Whose silence holds it, in words; null where none does.</param>
public sealed record Notice(
    AlarmId Key,
    NoticeKind Kind,
    string Target,
    string Route,
    int Episode,
    int Step,
    AlarmId Incident,
    AlarmPriority Priority,
    int Alarms,
    AlarmText Reason,
    int HeldBack,
    string Facility = "",
    string? Silence = null);
