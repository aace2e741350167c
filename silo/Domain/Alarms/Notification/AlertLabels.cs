using DcOps.Domain.Telemetry;

namespace DcOps.Domain.Alarms.Notification;

/// <summary>An incident as labels that a system of alerts routes and silences by.</summary>
public static class AlertLabels
{
    /// <summary>
    /// <c>alertname</c> is the rule in one word, as <c>InletTemperatureHigh</c>; beside it stand <c>rule</c>, <c>incident</c>,
    /// <c>severity</c>, <c>facility</c> and <c>location</c>.
    /// </summary>
    public static ImmutableSortedDictionary<string, string> Of(NotifiedIncident incident) => ImmutableSortedDictionary.CreateRange(
        StringComparer.Ordinal,
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["alertname"] = NameOf(incident.Rule),
            ["rule"] = incident.Rule,
            ["incident"] = incident.Id.ToString(),
            ["severity"] = KebabCase.Of(incident.Priority),
            ["facility"] = incident.Facility,
            ["location"] = incident.Locations.IsEmpty ? "" : incident.Locations[0].Path,
        });

    static string NameOf(string rule)
    {
        var words = rule.Split(['-', '.', '_', ' '], StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? "Incident" : string.Concat(words.Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
    }
}
