using DcOps.Domain.Alarms.Rules;
using DcOps.Domain.Facilities;
using DcOps.Domain.Racks;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;

namespace DcOps.Grains.Alarms;

/// <summary>Which values of an owner are compared with their own history: as the rules ask.</summary>
static class OwnHistories
{
    /// <summary>Racks of one room at most: each costs the reading of four weeks of minutes.</summary>
    const int MostRacks = 50;

    static readonly TimeSpan First = TimeSpan.FromMinutes(2);
    static readonly TimeSpan Apart = TimeSpan.FromSeconds(5);

    public static ImmutableArray<IAlarmInput> OfFacility(Facility facility, AlarmParts parts)
    {
        var place = Location.PlantOf(facility.Id);
        var first = parts.Now + First + (Math.Max(0, parts.Inventory.Facilities.IndexOf(facility)) * Apart);
        return
        [
            .. RulesOf(parts, place).Where(group => group.Key != AnomalySubject.Rack).Select(group => new OwnHistory(
                place, PointId.Total(NameOf(group.Key), Quantity.ActivePower), [.. group], first,
                async (from, to, token) => [.. (await parts.History.FacilityMinutesAsync(facility.Id, from, to, token))
                    .Select(minute => MomentOf(minute, group.Key, facility.ItCapacity?.Watts)).OfType<SeenMoment>()])),
        ];
    }

    public static ImmutableArray<IAlarmInput> OfRoom(Room room, AlarmParts parts)
    {
        ImmutableArray<AnomalyRule> rules =
            [.. parts.Settings.Rules.Of<AnomalyRule>().Where(rule => rule.Subject == AnomalySubject.Rack && !rule.Where.Locations.IsEmpty)];
        return rules.IsEmpty
            ? []
            :
            [
                .. room.Racks.Select(rack => (rack.Id, Rules: rules.Where(rule => rule.Where.Covers(Location.Of(rack.Id))).ToImmutableArray()))
                    .Where(rack => !rack.Rules.IsEmpty).Take(MostRacks).Select((rack, index) => new OwnHistory(
                        Location.Of(rack.Id), PointId.Total("rack", Quantity.ActivePower), rack.Rules, parts.Now + First + (index * Apart),
                        async (from, to, token) => [.. (await parts.History.RackMinutesAsync(rack.Id, from, to, token))
                            .Select(MomentOf).OfType<SeenMoment>()])),
            ];
    }

    static IEnumerable<IGrouping<AnomalySubject, AnomalyRule>> RulesOf(AlarmParts parts, Location place) =>
        parts.Settings.Rules.Of<AnomalyRule>().Where(rule => rule.Where.Covers(place)).GroupBy(rule => rule.Subject);

    static string NameOf(AnomalySubject subject) => subject switch
    {
        AnomalySubject.ItPower => "it",
        AnomalySubject.CoolingPower => "cooling",
        _ => "facility",
    };

    // The IT power is the load itself: to compare it at the same load would hide what it shall show.
    static SeenMoment? MomentOf(FacilityMinute minute, AnomalySubject subject, double? capacity) =>
        (subject switch
        {
            AnomalySubject.ItPower => minute.ItPower,
            AnomalySubject.CoolingPower => minute.CoolingPower,
            _ => minute.TotalPower,
        })?.Mean is { } value
            ? new SeenMoment(minute.Minute, new(
                value, subject == AnomalySubject.ItPower ? null : minute.ItPower?.Mean / capacity, HourOf(minute.Minute), minute.OutdoorTemperature))
            : null;

    static SeenMoment? MomentOf(RackMinute minute) =>
        minute.Power?.Mean is { } value ? new SeenMoment(minute.Minute, new(value, null, HourOf(minute.Minute), null)) : null;

    static int HourOf(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, BusinessCalendar.Shanghai.Zone).Hour;
}
