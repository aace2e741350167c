using DcOps.Domain.Alarms.Incidents;
using DcOps.Domain.Topology;

namespace DcOps.Domain.Alarms.Inbox;

/// <summary>One incident as a line of the inbox.</summary>
/// <param name="Facility">Of its earliest alarm.</param>
/// <param name="State">The most demanding of its alarms: unacknowledged before acknowledged before returned.</param>
/// <param name="Owner">Null while nobody works on it.</param>
/// <param name="Standing">Alarms that are not normal.</param>
/// <param name="IsDataMissing">Whether one of them is not known to hold still.</param>
[GenerateSerializer, Immutable, Alias("InboxRow")]
public sealed record InboxRow(
    [property: Id(0)] AlarmId Incident,
    [property: Id(1)] FacilityId Facility,
    [property: Id(2)] AlarmState State,
    [property: Id(3)] AlarmPriority Priority,
    [property: Id(4)] IncidentImpact Impact,
    [property: Id(5)] DateTimeOffset FirstAt,
    [property: Id(6)] DateTimeOffset ChangedAt,
    [property: Id(7)] int Alarms,
    [property: Id(8)] int Standing,
    [property: Id(9)] bool IsFlapping,
    [property: Id(10)] bool IsDataMissing,
    [property: Id(11)] string? Owner,
    [property: Id(12)] AlarmText Title,
    [property: Id(13)] AlarmText Reason)
{
    /// <summary>Path of the narrowest place that holds all of its alarms: a rack, a room or the facility.</summary>
    [Id(14)]
    public string Place { get => field ?? Facility.Value; init; }

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
            // What failed and says nothing itself is told by why its alarms are together, not by one of them.
            incident.Root is null && incident.Alarms.Length > 1 ? incident.Reason : root.Text ?? incident.Reason, incident.Reason)
        {
            Place = alarms.Select(alarm => alarm.Key.Location.Path).Aggregate(Common),
        };
    }

    static string Common(string one, string other)
    {
        while (other != one && !other.StartsWith(one + "/", StringComparison.Ordinal) && one.LastIndexOf('/') is > 0 and var slash)
            one = one[..slash];
        return one;
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
