using DcOps.Domain.Units;

namespace DcOps.Domain.Alarms.Incidents;

/// <summary>Where the size of an impact comes from.</summary>
/// <param name="RacksOf">Number of racks of a room or facility by its path; 0 when not known.</param>
/// <param name="PowerOf">A rack's last known power by its path; null when not known.</param>
/// <param name="JobsOf">Scheduled jobs on a rack by its path; null where no scheduler says.</param>
public sealed record ImpactSource(Func<string, int> RacksOf, Func<string, Power?> PowerOf, Func<string, int?> JobsOf)
{
    public static ImpactSource None { get; } = new(_ => 0, _ => null, _ => null);

    public IncidentImpact Of(IEnumerable<string> racks)
    {
        var (count, watts, unknown, jobs) = (0, (double?)null, 0, (int?)null);
        foreach (var rack in racks)
        {
            count++;
            if (PowerOf(rack) is { } power)
                watts = (watts ?? 0) + power.Watts;
            else
                unknown++;
            if (JobsOf(rack) is { } here)
                jobs = (jobs ?? 0) + here;
        }

        return new(count, watts is { } sum ? new Power(sum) : null, unknown, jobs);
    }
}
