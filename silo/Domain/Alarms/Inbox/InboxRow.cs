using DcOps.Domain.Alarms.Incidents;
using DcOps.Domain.Topology;

namespace DcOps.Domain.Alarms.Inbox;

/// <summary>One incident as a line of the inbox.</summary>
/// <param name="Facility">Of its earliest alarm.</param>
/// <param name="State">The most demanding of its alarms: unacknowledged before acknowledged before returned.</param>
/// <param name="Owner">Null while nobody works on it.</param>
/// <param name="Standing">Alarms that are not normal.</param>
/// <param name="IsDataMissing">Whether one of them is not known to hold still.</param>
public sealed record InboxRow(
    AlarmId Incident,
    FacilityId Facility,
    AlarmState State,
    AlarmPriority Priority,
    IncidentImpact Impact,
    DateTimeOffset FirstAt,
    DateTimeOffset ChangedAt,
    int Alarms,
    int Standing,
    bool IsFlapping,
    bool IsDataMissing,
    string? Owner,
    AlarmText Title,
    AlarmText Reason)
{
    public bool AwaitsAcknowledgement =>
        State is AlarmState.Unacknowledged or AlarmState.ReturnedUnacknowledged or AlarmState.LatchedUnacknowledged;

    /// <param name="alarms">Those of the incident that are not normal; never empty.</param>
    public static InboxRow Of(Incident incident, IReadOnlyCollection<Alarm> alarms)
    {
        var worst = alarms.MinBy(alarm => (RankOf(alarm.State), -(int)alarm.Priority, alarm.StartedAt))!;
        var root = alarms.FirstOrDefault(alarm => alarm.Id == incident.Root) ?? worst;
        return new(
            incident.Id, root.Key.Location.Facility, worst.State, incident.Priority, incident.Impact, incident.FirstAt,
            alarms.Max(alarm => alarm.ChangedAt), incident.Alarms.Length, alarms.Count, alarms.Any(alarm => alarm.IsFlapping),
            alarms.Any(alarm => alarm.IsDataMissing), alarms.Select(alarm => alarm.Work.Owner).FirstOrDefault(owner => owner is not null),
            root.Text ?? incident.Reason, incident.Reason);
    }

    static int RankOf(AlarmState state) => state switch
    {
        AlarmState.Unacknowledged => 0,
        AlarmState.LatchedUnacknowledged => 1,
        AlarmState.ReturnedUnacknowledged => 2,
        AlarmState.Acknowledged => 3,
        AlarmState.LatchedAcknowledged => 4,
        _ => 5,
    };
}
