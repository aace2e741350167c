using DcOps.Domain.Alarms.Work;

namespace DcOps.Benchmarks.AlarmScenarios;

/// <summary>What is played, and how long.</summary>
/// <param name="Play">Name in the simulator's book of scenarios.</param>
/// <param name="Lasts">How long it stands.</param>
/// <param name="Window">Planned work, as an offset from the beginning of the fault; null for none.</param>
/// <param name="KilledAfter">When the silo is killed; null when it is not.</param>
/// <param name="MostIncidents">More would be noise.</param>
sealed record Scenario(
    string Name, string Play, string Facility, TimeSpan Lasts, int MostIncidents = 1, (TimeSpan From, TimeSpan To)? Window = null, TimeSpan? KilledAfter = null)
{
    public MaintenanceBook? MaintenanceFrom(DateTimeOffset faultAt) => Window is { } window
        ? new(
            [new("work-1", new([Facility], [], []), new WindowSchedule.Fixed(faultAt + window.From, faultAt + window.To), "operator", "exchange of a breaker")],
            new Dictionary<string, Domain.Alarms.AlarmScope>(StringComparer.Ordinal), Domain.Topology.BusinessCalendar.Shanghai)
        : null;
}
