using System.Globalization;
using DcOps.Domain.Alarms;
using DcOps.Domain.Alarms.Inbox;
using DcOps.Domain.Alarms.Incidents;
using DcOps.Domain.Alarms.Notification;
using DcOps.Domain.PowerChain;
using DcOps.Simulator.Faults;

namespace DcOps.Benchmarks.AlarmScenarios;

/// <summary>What became of one scenario.</summary>
/// <param name="FaultAt">When it was put in.</param>
/// <param name="Before">Alarms that were raised while nothing was broken.</param>
/// <param name="Raised">Alarms raised since, journal entries.</param>
/// <param name="Incidents">Just before the end of the fault.</param>
/// <param name="Inbox">The same instant, worst first.</param>
/// <param name="Left">Alarms that still hold, or whose data is missing, twenty minutes after it was over.</param>
sealed record ScenarioResult(
    Scenario Scenario,
    DateTimeOffset FaultAt,
    int Before,
    ImmutableArray<BrokenThing> Broken,
    IReadOnlyList<AlarmTransition> Raised,
    ImmutableArray<Incident> Incidents,
    ImmutableArray<(InboxRow Row, string Chinese, string English)> Inbox,
    IReadOnlyList<AlarmTransition> Journal,
    Told Told,
    DependencyGraph Chain,
    ImmutableArray<Alarm> Left)
{
    /// <summary>Of what really broke: how much an incident names.</summary>
    public int Named => Broken.Count(thing => Incidents.Any(incident => IsNamedBy(thing, incident)));

    /// <summary>Incidents that name nothing that broke.</summary>
    public int Foreign => Incidents.Count(incident => !Broken.Any(thing => IsNamedBy(thing, incident)));

    public int MostRacks => Incidents.Select(incident => incident.Impact.Racks).DefaultIfEmpty(0).Max();

    public int TrueRacks => Broken.SelectMany(thing => thing.Racks).Distinct(StringComparer.Ordinal).Count();

    /// <summary>When the first notice of it came, since the fault; null when none did.</summary>
    public TimeSpan? FirstTold => Told.RaisedAt.Where(at => at >= FaultAt).Select(at => (TimeSpan?)(at - FaultAt)).Min();

    public static void PrintHead()
    {
        Console.WriteLine("| scenario | broken | racks behind | raw alarms | incidents | broken things named | racks in the largest | notices told (raised / escalated / worsened / over) | first told after, s | held back | sent again, same key | doubled | lost | still standing 20 min after |");
        Console.WriteLine("|---|---|--:|--:|--:|--:|--:|---|--:|--:|--:|--:|--:|--:|");
    }

    public void PrintRow() => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"| {Scenario.Name} | {What()} | {TrueRacks} | {Raised.Count} | {Incidents.Length} | {Named} of {Broken.Length} | {MostRacks} | {Told.Received.GetValueOrDefault(NoticeKind.Raised)} / {Told.Received.GetValueOrDefault(NoticeKind.Escalated)} / {Told.Received.GetValueOrDefault(NoticeKind.Worsened)} / {Told.Received.GetValueOrDefault(NoticeKind.Returned)} | {FirstTold?.TotalSeconds} | {Told.HeldBack} | {Told.Repeated} | {Told.Doubled} | {Told.Lost} | {Left.Length} |"));

    public void PrintInbox()
    {
        Console.WriteLine($"{Scenario.Name}: the inbox, worst first");
        foreach (var (row, chinese, english) in Inbox.Take(3))
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"  {row.Priority,-8} {row.Alarms,4} alarms  {row.Impact.Racks,3} racks {row.Impact.Power?.Kilowatts ?? 0,5:0} kW{(row.IsFlapping ? "  flapping" : "")}  {english}"));
            Console.WriteLine($"           {chinese}");
        }

        foreach (var record in Told.Unarrived)
            Console.WriteLine($"  never arrived: {record}");
        foreach (var record in Told.Twins)
            Console.WriteLine($"  told under two keys: {record.Kind} {record.Target} step {record.Step} of {record.Incident}, planned {record.PlannedAt:T}");
        foreach (var alarm in Left)
            Console.WriteLine($"  still: {alarm.Key.Location} {alarm.Key.Point} {alarm.Key.Rule} {alarm.State}");
        Console.WriteLine($"  raised by rule: {string.Join(", ", Raised.GroupBy(entry => entry.After.Key.Rule).OrderByDescending(group => group.Count()).Select(group => $"{group.Key} {group.Count()}"))}");
    }

    // An alarm on its own names the thing that it is read of.
    bool IsNamedBy(BrokenThing thing, Incident incident) => incident.Node == thing.Node || (incident.Node.Length == 0 && incident.Alarms
        .SelectMany(id => Raised.Where(entry => entry.After.Id == id))
        .Any(entry => Chain.Find(entry.After.Key.Location, entry.After.Key.Point) is { } place && Chain.Nodes[place].Id == thing.Node));

    string What() => Broken.IsEmpty ? "" : Broken.Length == 1 ? $"{Broken[0].Facility} {Broken[0].Node}" : $"{Broken[0].Facility}: {Broken.Length} things";
}
