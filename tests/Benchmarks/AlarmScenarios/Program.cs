using System.Globalization;
using DcOps.Benchmarks.AlarmScenarios;

// The simulator's sites on a clock that runs as fast as it can: what the collectors would read of every device each ten seconds,
// through the shipped rules, the chain, grouping and notification. No process, no network, the same table for the same seed. Arguments, all optional: RACKS SEED PART-OF-A-NAME.
const string Cloud = "NJ-01";
const string Training = "SZ-01";
var racks = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 180;
var part = args.Length > 2 ? args[2] : "";
var seed = args.Length > 1 ? ulong.Parse(args[1], CultureInfo.InvariantCulture) : 1;
Scenario[] scenarios =
[
    new("nothing is broken", "", Cloud, TimeSpan.FromMinutes(10), MostIncidents: 0),
    new("breaker trip", "breaker-trip", Cloud, TimeSpan.FromMinutes(10)),
    new("cooling unit stop", "cooling-stop", Cloud, TimeSpan.FromMinutes(10)),
    new("WAN cut of a site", "wan-cut", Cloud, TimeSpan.FromMinutes(10)),
    new("flapping sensor", "flapping", Cloud, TimeSpan.FromMinutes(30)),
    new("UPS on battery", "ups-on-battery", Cloud, TimeSpan.FromMinutes(10)),
    new("leak", "leak", Training, TimeSpan.FromMinutes(10)),
    new("maintenance that overruns", "breaker-trip", Cloud, TimeSpan.FromMinutes(15), Window: (TimeSpan.FromMinutes(-1), TimeSpan.FromMinutes(5))),
    new("storm", "storm", Cloud, TimeSpan.FromMinutes(10), MostIncidents: 20),
    new("storm, silo killed in it", "storm", Cloud, TimeSpan.FromMinutes(10), MostIncidents: 20, KilledAfter: TimeSpan.FromSeconds(20)),
];

Console.WriteLine($"{racks} racks in 3 data centres, seed {seed}");
var results = scenarios.Where(scenario => scenario.Name.Contains(part, StringComparison.Ordinal)).Select(scenario => ScenarioTrial.Run(scenario, seed, racks)).ToList();
ScenarioResult.PrintHead();
foreach (var result in results)
    result.PrintRow();
Console.WriteLine();
foreach (var result in results)
    result.PrintInbox();

// Identities are derived: who was killed has the same as who was not, save for trends, which begin anew with the process.
if (results.Count < 2)
    return 0;

var (whole, killed) = (results[^2], results[^1]);
var known = whole.Raised.Select(entry => entry.After.Id).ToHashSet();
var isSame = killed.Raised.All(entry => known.Contains(entry.After.Id) || entry.After.Key.Rule == "inlet-temperature-rise") && killed.Raised.Count == whole.Raised.Count;
Console.WriteLine($"storm with and without a kill: alarms {(isSame ? "identical save for trends" : "DIFFERENT")}, {killed.Told.Keys.Except(whole.Told.Keys).Count()} other keys of notices");
foreach (var rule in killed.Raised.Where(entry => !known.Contains(entry.After.Id)).GroupBy(entry => entry.After.Key.Rule))
    Console.WriteLine($"  another beginning after the kill: {rule.Key} {rule.Count()}");
var bad = results.Where(result => result.Told.Doubled + result.Told.Lost > 0 || result.Incidents.Length > result.Scenario.MostIncidents).ToList();
foreach (var result in bad)
    Console.WriteLine($"NOT AS IT SHOULD BE: {result.Scenario.Name}");
return bad.Count == 0 && isSame ? 0 : 1;
