using System.Diagnostics;
using System.Globalization;
using DcOps.Benchmarks.Ledger;
using DcOps.Domain.Kpis;
using DcOps.Domain.Ledger;
using DcOps.Domain.Topology;

// Recomputes a year of a province from raw register readings, closes its days, and asks for the province's annual PUE.
//   (nothing)        8 of 400 facilities
//   --full           all 400: 560 million readings
//   --facilities N   so many
//   --threads N      workers; one per core when left out
// Or files one facility's month with injected faults, and checks a bundle:
//   --statement folder
//   --check folder
// Or asks for the compliance list of a province over an embedded registry:
//   --compliance
const int ProvinceFacilities = 400;
if (args.Contains("--compliance"))
{
    Console.WriteLine(await ComplianceTrial.RunAsync());
    return 0;
}

if (Array.IndexOf(args, "--statement") is >= 0 and var statement)
{
    Console.WriteLine(StatementTrial.Write(args[statement + 1], month: 3));
    return 0;
}

if (Array.IndexOf(args, "--check") is >= 0 and var check)
{
    var findings = StatementTrial.Check(args[check + 1]);
    Console.WriteLine(findings.IsEmpty ? "whole: the figures follow from the readings" : string.Join('\n', findings));
    return findings.IsEmpty ? 0 : 1;
}

var facilities = args.Contains("--full") ? ProvinceFacilities : Number("--facilities", 8);
var threads = Number("--threads", Environment.ProcessorCount);
var calendar = BusinessCalendar.Shanghai;
var year = calendar.Year(2025);
var days = calendar.DaysOf(year).ToArray();
var registry = ProvinceOfMeters.Of(facilities);
var closed = new ClosedDay[facilities * days.Length];
var (rows, making, folding) = (0L, 0L, 0L);
var wall = Stopwatch.StartNew();

Parallel.For(0, facilities, new ParallelOptions { MaxDegreeOfParallelism = threads }, number =>
{
    var id = ProvinceOfMeters.IdOf(number);
    var started = Stopwatch.GetTimestamp();
    var readings = registry.MetersOf(id).ToDictionary(
        meter => meter, meter => MadeReadings.Of(number, meter, registry.EntriesOf(id, meter).Single(), year), StringComparer.Ordinal);
    var made = Stopwatch.GetTimestamp();
    var series = new MeterSeries(id, registry, calendar).Of(year, meter => readings[meter], _ => [], [], ImmutableDictionary<DateOnly, double>.Empty);
    for (var day = 0; day < days.Length; day++)
    {
        var energy = FacilityFold.Of(id, registry, series, days[day], calendar);
        closed[(number * days.Length) + day] =
            ClosedDay.Of(number, calendar.LocalDate(days[day].From), energy, PueCategory.Category1)!.Value;
    }

    Interlocked.Add(ref rows, readings.Values.Sum(each => each.LongLength));
    Interlocked.Add(ref making, made - started);
    Interlocked.Add(ref folding, Stopwatch.GetTimestamp() - made);
});

wall.Stop();
var query = Stopwatch.StartNew();
var (pue, completeness, estimated) = ClosedDay.Sum(closed)!.Value;
query.Stop();
var seconds = Stopwatch.GetElapsedTime(0, folding).TotalSeconds / threads;
Print($"{facilities} facilities x {ProvinceOfMeters.MetersPerFacility} meters x 15 minutes of {year.Length.TotalDays:0} days on {threads} threads");
Print($"readings folded            {rows:N0}");
Print($"making the readings        {Stopwatch.GetElapsedTime(0, making).TotalSeconds / threads:0.0} s (not part of the ledger)");
Print($"folding, filling, closing  {seconds:0.0} s, {rows / seconds:N0} rows/s");
Print($"both, by the clock         {wall.Elapsed.TotalSeconds:0.0} s");
Print($"all {ProvinceFacilities} facilities at this rate: {seconds * ProvinceFacilities / facilities / 60:0.0} minutes of folding");
Print($"largest working set        {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:N0} MB, allocated {GC.GetTotalAllocatedBytes() / 1e9:N1} GB");
Print($"annual PUE of the province {pue.Value:0.000000} from {closed.Length:N0} closed days in {query.Elapsed.TotalMilliseconds:0.00} ms");
Print($"its evidence               complete {completeness.Percent:0.000} %, estimated {estimated.Percent:0.000} %");
return 0;

int Number(string name, int otherwise)
{
    var index = Array.IndexOf(args, name);
    return index >= 0 ? int.Parse(args[index + 1], CultureInfo.InvariantCulture) : otherwise;
}

static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
