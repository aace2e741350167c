using DcOps.Domain.Units;

namespace DcOps.Domain.Alarms.Incidents;

/// <summary>Where the size of an impact comes from.</summary>
/// <param name="RacksOf">Number of racks of a room or facility by its path; 0 when not known.</param>
/// <param name="PowerOf">A rack's last known power by its path; null when not known.</param>
/// <param name="JobsHere">Scheduled jobs at the facility now; null where no scheduler says. A plan knows no racks.</param>
public sealed record ImpactSource(Func<string, int> RacksOf, Func<string, Power?> PowerOf, Func<int?> JobsHere)
{
    public static ImpactSource None { get; } = new(_ => 0, _ => null, () => null);

    public IncidentImpact Of(IEnumerable<string> racks)
    {
        var (count, watts, unknown) = (0, (double?)null, 0);
        foreach (var rack in racks)
        {
            count++;
            if (PowerOf(rack) is { } power)
                watts = (watts ?? 0) + power.Watts;
            else
                unknown++;
        }

        return new(count, watts is { } sum ? new Power(sum) : null, unknown, count > 0 ? JobsHere() : null);
    }
}
