using DcOps.Domain.Alarms;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;

namespace DcOps.Dashboard.Pages.Alarms;

/// <summary>Keys of alarms as a form carries them: <c>PLACE|POINT|RULE</c>, divided by semicolons.</summary>
static class KeyText
{
    public static string Of(IEnumerable<AlarmKey> keys) => string.Join(';', keys);

    /// <summary>What is no key is left out.</summary>
    public static ImmutableArray<AlarmKey> Parse(string? text)
    {
        var keys = ImmutableArray.CreateBuilder<AlarmKey>();
        foreach (var part in (text ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part.Split('|') is [var place, var point, var rule] && Location.TryParse(place, out var location) && PointId.TryParse(point, out var id))
                keys.Add(new(location, id, rule));
        }

        return keys.ToImmutable();
    }
}
