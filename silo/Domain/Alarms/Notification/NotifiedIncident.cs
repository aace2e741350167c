using DcOps.Domain.Alarms.Incidents;
using DcOps.Domain.Topology;

namespace DcOps.Domain.Alarms.Notification;

/// <summary>What notification asks of an incident.</summary>
/// <param name="Priority">Of what still asks for attention; the incident's own where nothing does.</param>
/// <param name="Locations">Of its alarms, distinct.</param>
/// <param name="Annunciated">Alarms that ask for attention; those shelved, suppressed or out of service do not.</param>
/// <param name="Unacknowledged">Of which nobody acknowledged.</param>
/// <param name="AnnunciatedAt">When the first of them was raised; one that a window held is due at once when the window is over.</param>
/// <param name="Impact">What it takes down, or may.</param>
/// <param name="Rule">Of the alarm that explains it, otherwise of its earliest; empty where none stands.</param>
/// <param name="IsOver">Whether every condition is known to be normal again; missing data is not over, nor is what flaps.</param>
[GenerateSerializer, Immutable, Alias("NotifiedIncident")]
public sealed record NotifiedIncident(
    [property: Id(0)] AlarmId Id,
    [property: Id(1)] AlarmPriority Priority,
    [property: Id(2)] ImmutableArray<Location> Locations,
    [property: Id(3)] int Alarms,
    [property: Id(4)] int Annunciated,
    [property: Id(5)] int Unacknowledged,
    [property: Id(6)] DateTimeOffset AnnunciatedAt,
    [property: Id(7)] bool IsOver,
    [property: Id(8)] AlarmText Reason,
    [property: Id(9)] ImmutableArray<AlarmId> Absorbed,
    [property: Id(10)] IncidentImpact Impact = default,
    [property: Id(11)] string Rule = "")
{
    /// <summary>Where it is; empty where no alarm of it is known any more.</summary>
    public string Facility => Locations.IsEmpty ? "" : Locations[0].Facility.Value;

    /// <param name="alarms">The alarms of the incident as they stand; one that is normal and acknowledged may be left out.</param>
    public static NotifiedIncident Of(Incident incident, IReadOnlyCollection<Alarm> alarms)
    {
        var asking = alarms.Where(alarm => alarm.IsAnnunciated).ToList();
        return new(
            incident.Id, asking.Count > 0 ? asking.Max(alarm => alarm.Priority) : incident.Priority,
            [.. alarms.Select(alarm => alarm.Key.Location).Distinct()], incident.Alarms.Length, asking.Count,
            asking.Count(alarm => alarm.AwaitsAcknowledgement),
            asking.Count > 0 ? asking.Min(alarm => alarm.RaisedAt) : incident.FirstAt,
            alarms.All(alarm => alarm is { IsAbnormal: false, IsDataMissing: false, IsFlapping: false }), incident.Reason, incident.Absorbed, incident.Impact,
            (alarms.FirstOrDefault(alarm => alarm.Id == incident.Root) ?? alarms.MinBy(alarm => alarm.StartedAt))?.Key.Rule ?? "");
    }
}
