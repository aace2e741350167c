using System.Diagnostics;
using System.Globalization;
using System.Text;
using DcOps.Domain.Alarms;
using DcOps.Domain.Alarms.Incidents;
using DcOps.Domain.PowerChain;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Benchmarks.Alarms;

/// <summary>Alarms of one minute: breakers that trip across a province, each with 14 racks of two feeds, grouped on one core.</summary>
static class StormTrial
{
    const int RacksOfBreaker = 14;
    const int BreakersOfPanel = 6;
    const int PanelsOfFacility = 20;
    const int AlarmsOfBreaker = 1 + (RacksOfBreaker * 4);

    static readonly DateTimeOffset Start = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    public static string Run(int wanted)
    {
        var facilities = Math.Max(1, wanted / AlarmsOfBreaker / (PanelsOfFacility * BreakersOfPanel / 2));
        var watch = Stopwatch.StartNew();
        var graph = ChainImport.FromCsv("made.csv", Csv(facilities), []) ?? throw new FormatException("The made chain is faulty.");
        var reading = watch.Elapsed;
        var alarms = Alarms(facilities, wanted);
        var shuffle = new Random(1);
        shuffle.Shuffle(alarms);
        var before = GC.GetTotalMemory(forceFullCollection: true);

        var cpu = Environment.CpuUsage.TotalTime;
        watch.Restart();
        var grouping = new IncidentGrouping(
            graph, GroupingPolicy.Usual, new(_ => PanelsOfFacility * BreakersOfPanel * RacksOfBreaker, _ => Power.FromKilowatts(4), () => 1));
        foreach (var alarm in alarms)
            grouping.Add(alarm);
        var added = watch.Elapsed;
        var incidents = grouping.Incidents();
        var told = watch.Elapsed;
        var spent = Environment.CpuUsage.TotalTime - cpu;

        var kept = GC.GetTotalMemory(forceFullCollection: true) - before;
        cpu = Environment.CpuUsage.TotalTime;
        watch.Restart();
        var turns = 0;
        var second = new IncidentGrouping(graph, GroupingPolicy.Usual, ImpactSource.None);
        for (var index = 0; index < alarms.Length; index++)
        {
            second.Add(alarms[index]);
            // Four times a second over a minute.
            if (index % (alarms.Length / 240) == 0)
                turns += second.TakeChanges().Length;
        }

        turns += second.TakeChanges().Length;
        var incremental = watch.Elapsed;
        var largest = incidents.Max(incident => incident.Alarms.Length);
        GC.KeepAlive(grouping);
        return new StringBuilder()
            .AppendLine(CultureInfo.InvariantCulture, $"graph               {graph.Nodes.Length,12:N0} nodes read and checked in {reading.TotalSeconds:N2} s")
            .AppendLine(
                CultureInfo.InvariantCulture,
                $"storm               {alarms.Length,12:N0} alarms into {incidents.Length:N0} incidents (largest {largest:N0}) in {told.TotalSeconds:N2} s, of which {added.TotalSeconds:N2} s adding; {spent.TotalSeconds:N2} s of processor; {kept / (double)alarms.Length:N0} bytes kept an alarm")
            .Append(
                CultureInfo.InvariantCulture,
                $"storm, told as it comes (240 times) {turns:N0} changes in {incremental.TotalSeconds:N2} s; {(Environment.CpuUsage.TotalTime - cpu).TotalSeconds:N2} s of processor")
            .ToString();
    }

    static string Csv(int facilities)
    {
        var text = new StringBuilder(
            "facility,id,class,name,location,device,part,phase,powered-by,cooled-by,reports-through,rated-kilowatts,rated-amperes,derating\n");
        for (var facility = 0; facility < facilities; facility++)
        {
            var site = string.Create(CultureInfo.InvariantCulture, $"F{facility}");
            text.Append(CultureInfo.InvariantCulture, $"{site},grid,utility-feed,,,main,,,,,,,,\n{site},ups-1,ups,,,ups-1,,,grid,,,,,\n");
            for (var panel = 0; panel < PanelsOfFacility; panel++)
            {
                text.Append(CultureInfo.InvariantCulture, $"{site},p{panel},panel,,,p{panel},,,ups-1,,,,,\n");
                for (var breaker = 0; breaker < BreakersOfPanel; breaker++)
                {
                    text.Append(CultureInfo.InvariantCulture, $"{site},p{panel}/b{breaker},breaker,,,p{panel},breaker-{breaker},,p{panel},,,,63,\n");
                    for (var rack = 0; rack < RacksOfBreaker; rack++)
                    {
                        var path = Rack(site, panel, breaker, rack);
                        foreach (var side in new[] { "a", "b" })
                        {
                            text.Append(
                                CultureInfo.InvariantCulture,
                                $"{site},r{panel}-{breaker}-{rack}/{side},rack-pdu,,{path},pdu-{side},,,p{panel}/b{breaker},,,,,\n");
                        }
                    }
                }
            }
        }

        return text.ToString();
    }

    /// <summary>Every second breaker of a panel trips; each feed is dead and silent.</summary>
    static GroupedAlarm[] Alarms(int facilities, int wanted)
    {
        var alarms = new List<GroupedAlarm>(wanted);
        for (var number = 0; alarms.Count < wanted; number++)
        {
            var facility = number % facilities;
            var (panel, breaker) = (number / facilities / (BreakersOfPanel / 2), number / facilities % (BreakersOfPanel / 2) * 2);
            var site = string.Create(CultureInfo.InvariantCulture, $"F{facility}");
            var at = Start.AddMilliseconds(number * 7 % 50_000);
            alarms.Add(Of(
                site, new PointId($"p{panel % PanelsOfFacility}", PartKind.Breaker, (ushort)breaker, Quantity.Condition), "breaker-condition", at,
                Dependency.Power, Dependency.Power));
            for (var rack = 0; rack < RacksOfBreaker * 2; rack++)
            {
                var path = Rack(site, panel % PanelsOfFacility, breaker, rack / 2);
                var device = rack % 2 == 0 ? "pdu-a" : "pdu-b";
                alarms.Add(Of(
                    path, PointId.Total(device, Quantity.Voltage), "feed-dead", at.AddSeconds(5), Dependency.Power, Dependency.Power));
                alarms.Add(Of(
                    path, PointId.Total(device, Quantity.None), "device-silent", at.AddSeconds(9), Dependency.Power | Dependency.Data,
                    Dependency.Data));
            }
        }

        return [.. alarms.Take(wanted)];
    }

    static string Rack(string site, int panel, int breaker, int rack) =>
        string.Create(CultureInfo.InvariantCulture, $"{site}/R{panel}/A{breaker}-{rack}");

    static GroupedAlarm Of(string location, PointId point, string rule, DateTimeOffset at, Dependency symptomOf, Dependency causeOf)
    {
        var key = new AlarmKey(Location.Parse(location), point, rule);
        return new(AlarmId.Of(key, at), key, at, AlarmPriority.Major, symptomOf, causeOf);
    }
}
