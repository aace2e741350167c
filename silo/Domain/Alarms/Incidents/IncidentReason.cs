using DcOps.Domain.PowerChain;
using DcOps.Domain.Telemetry;

namespace DcOps.Domain.Alarms.Incidents;

/// <summary>Why alarms were put together, as a sentence of data.</summary>
static class IncidentReason
{
    /// <param name="silent">What failed without saying so; null where something said so, or nothing failed upstream.</param>
    public static AlarmText Of(
        List<GroupedAlarm> members, IncidentCause? cause, (Reach Reach, Stretch Stretch)? silent, bool isDecided, int racks, Places places)
    {
        var alarms = TextArgument.OfNumber("alarms", members.Count);
        var within = TextArgument.Of("within", members[^1].StartedAt - members[0].StartedAt);
        if (members.Count == 1)
            return AlarmText.Of("incident.single", TextArgument.OfName("location", members[0].Key.Location.Path));

        if (silent is { } blamed)
        {
            return AlarmText.Of(
                places.IsNode(blamed.Reach.Place) ? "incident.silent" : "incident.place",
                TextArgument.OfTerm("class", $"equipment.{places.ClassOf(blamed.Reach.Place)}"),
                TextArgument.OfName("node", places.NameOf(blamed.Reach.Place)), TextArgument.OfNumber("racks", blamed.Stretch.Racks),
                TextArgument.OfNumber("behind", places.RackCountBehind(blamed.Reach)), alarms, within,
                TextArgument.OfTerm("kind", $"dependency.{KebabCase.Of(blamed.Reach.Kind)}"));
        }

        if (cause is null && members.TrueForAll(alarm => alarm.Key == members[0].Key))
        {
            return AlarmText.Of(
                "incident.again", TextArgument.OfName("location", members[0].Key.Location.Path),
                TextArgument.OfName("rule", members[0].Key.Rule), alarms, within);
        }

        if (cause is null && !isDecided && members.TrueForAll(alarm => alarm.Key.Location == members[0].Key.Location && alarm.Key.Point == members[0].Key.Point))
        {
            return AlarmText.Of(
                "incident.value", TextArgument.OfName("location", members[0].Key.Location.Path),
                TextArgument.OfName("point", members[0].Key.Point.ToString()),
                TextArgument.OfName("rules", string.Join(", ", members.Select(alarm => alarm.Key.Rule).Distinct().Order(StringComparer.Ordinal))),
                alarms, within);
        }

        if (cause is null || isDecided)
            return AlarmText.Of("incident.decided", alarms, within);
        return AlarmText.Of(
            "incident.cause", TextArgument.OfTerm("class", $"equipment.{places.ClassOf(cause.Reach.Place)}"),
            TextArgument.OfName("node", places.NameOf(cause.Reach.Place)), TextArgument.OfName("rule", cause.Alarm.Key.Rule),
            TextArgument.OfNumber("racks", racks), alarms, within, TextArgument.OfTerm("kind", $"dependency.{KebabCase.Of(cause.Reach.Kind)}"));
    }
}
