using System.Globalization;
using System.Text;
using DcOps.Domain.Alarms;
using DcOps.Domain.Alarms.Incidents;
using DcOps.Domain.PowerChain;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Domain.Tests.Alarms.Incidents;

/// <summary>
/// One room of two panels with two breakers each, 14 racks a breaker on side A; a cooling unit a panel; a collector for all.
/// </summary>
static class MadeSite
{
    public const int RacksPerBreaker = 14;

    public static readonly DateTimeOffset Start = AlarmScene.Start;

    public static DependencyGraph Graph { get; } = ChainImport.FromCsv("chain.csv", Csv(), []) ?? throw new FormatException("The made site is faulty.");

    /// <summary>Every rack takes 4 kW; 28 jobs run at the site.</summary>
    public static ImpactSource Impact { get; } = new(
        path => path == "NJ-01/R01" || path == "NJ-01" ? 4 * RacksPerBreaker : 0, _ => Power.FromKilowatts(4), () => 28);

    public static IncidentGrouping Grouping() => new(Graph, GroupingPolicy.Usual, Impact);

    public static string Rack(int breaker, int number) => $"NJ-01/R01/B{breaker}-{number}";

    public static GroupedAlarm Tripped(int breaker, double second) => Of(
        "NJ-01", new PointId($"panel-{breaker / 2}", PartKind.Breaker, (ushort)(breaker % 2), Quantity.Condition), "breaker-condition", second,
        AlarmPriority.Major, Dependency.Power, Dependency.Power);

    public static GroupedAlarm FeedDead(int breaker, int rack, double second) => Of(
        Rack(breaker, rack), PointId.Total("pdu-a", Quantity.Voltage), "feed-dead", second, AlarmPriority.Critical, Dependency.Power,
        Dependency.Power);

    public static GroupedAlarm Silent(int breaker, int rack, double second) => Of(
        Rack(breaker, rack), PointId.Total("pdu-a", Quantity.None), "device-silent", second, AlarmPriority.Minor,
        Dependency.Power | Dependency.Data, Dependency.Data);

    public static GroupedAlarm Hot(int breaker, int rack, double second) => Of(
        Rack(breaker, rack), new PointId("sensor-1", PartKind.Sensor, 1, Quantity.InletTemperature), "inlet-temperature", second,
        AlarmPriority.Major, Dependency.Cooling, Dependency.None);

    public static GroupedAlarm CoolingStopped(int unit, double second) => Of(
        "NJ-01", PointId.Total($"crah-{unit}", Quantity.Condition), "cooling-unit-condition", second, AlarmPriority.Major,
        Dependency.Power | Dependency.Cooling, Dependency.Cooling);

    public static GroupedAlarm CollectorSilent(double second) => Of(
        "NJ-01", PointId.Total("collector-1", Quantity.None), "collector-silent", second, AlarmPriority.Major,
        Dependency.Power | Dependency.Data, Dependency.Data);

    public static GroupedAlarm Drift(double second) => Of(
        "NJ-01", PointId.Total("main", Quantity.ActiveEnergy), "pue-drift", second, AlarmPriority.Minor, Dependency.None, Dependency.None);

    static GroupedAlarm Of(
        string location, PointId point, string rule, double second, AlarmPriority priority, Dependency symptomOf, Dependency causeOf)
    {
        var key = new AlarmKey(Location.Parse(location), point, rule);
        var at = Start.AddSeconds(second);
        return new(AlarmId.Of(key, at), key, at, priority, symptomOf, causeOf);
    }

    static string Csv()
    {
        var text = new StringBuilder()
            .Append("facility,id,class,name,location,device,part,phase,powered-by,cooled-by,reports-through,rated-kilowatts,rated-amperes,derating\n")
            .Append("NJ-01,grid,utility-feed,,,main,,,,,,2000,,\n")
            .Append("NJ-01,ups-1,ups,,,ups-1,,,grid,,,1000,,\n")
            .Append("NJ-01,collector-1,collector,,,collector-1,,,,,,,,\n");
        for (var panel = 0; panel < 2; panel++)
        {
            text.Append(CultureInfo.InvariantCulture, $"NJ-01,panel-{panel},panel,,,panel-{panel},,,ups-1,,,400,,\n");
            text.Append(CultureInfo.InvariantCulture, $"NJ-01,crah-{panel},cooling-unit,,,crah-{panel},,,panel-{panel},,,,,\n");
        }

        for (var breaker = 0; breaker < 4; breaker++)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"NJ-01,panel-{breaker / 2}/breaker-{breaker % 2},breaker,,,panel-{breaker / 2},breaker-{breaker % 2},,panel-{breaker / 2},,,,63,0.8\n");
            for (var rack = 0; rack < RacksPerBreaker; rack++)
            {
                var (path, id) = (Rack(breaker, rack), $"b{breaker}-{rack}");
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"NJ-01,{id}/pdu-a,rack-pdu,,{path},pdu-a,,,panel-{breaker / 2}/breaker-{breaker % 2},,collector-1,7,32,\n");
                text.Append(CultureInfo.InvariantCulture, $"NJ-01,{id},rack,,{path},,,,{id}/pdu-a,crah-{breaker / 2},,,,\n");
                text.Append(CultureInfo.InvariantCulture, $"NJ-01,{id}/sensor-1,sensor,,{path},sensor-1,,,,crah-{breaker / 2},collector-1,,,\n");
            }
        }

        return text.ToString();
    }
}
