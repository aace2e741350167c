using System.Diagnostics;
using System.Globalization;
using DcOps.Simulator.Computing;
using DcOps.Domain.Scheduling.Model;
using DcOps.Domain.Scheduling.Planning;
using DcOps.Domain.Scheduling.Reasons;

namespace DcOps.Benchmarks.Scheduling;

/// <summary>Measures plans of generated provinces and prints one row each: wall and CPU seconds, certified gap, violations.</summary>
static class PlanCommand
{
    public static int Usage()
    {
        Console.WriteLine("""
            plan [jobs,jobs,…] [price iterations] [search rounds]   cold and warm plans, normal and hard days, against the goals
            replay published <folder>                               recorded series and traces against published tables
            replay <series.csv> <time column> <value column> <jobs.csv> [forecast error] [seed]
            """);
        return 2;
    }

    public static int Run(string[] args)
    {
        var jobs = args.Length > 0 ? args[0].Split(',').Select(text => int.Parse(text, CultureInfo.InvariantCulture)).ToArray() : [500, 2000, 10_000];
        var effort = PlanEffort.Cold with
        {
            PriceIterations = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 120,
            SearchRounds = args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 3000,
        };
        PrintMachine();
        Planner.Make(ProvinceOf.Make(new(20, 300, 0.5, 3)), effort, null, CancellationToken.None, CancellationToken.None);
        Console.WriteLine("case                         jobs  wall s   cpu s  gap %   unserved violations  moved %  cost, rounds");
        foreach (var count in jobs)
        {
            foreach (var (name, load) in new[] { ("normal", 0.35), ("hard", 0.55) })
            {
                var input = ProvinceOf.Make(new(100, count, load, 7));
                var (plan, wall, cpu) = Measured(() => Planner.Make(input, effort, null, CancellationToken.None, CancellationToken.None));
                Print($"cold, {name} day", plan, wall, cpu);
                Warm(plan, name);
                Questions(plan);
            }
        }

        return 0;
    }

    static void Warm(Plan plan, string name)
    {
        var (walls, previous) = (new List<double>(), plan);
        for (var tick = 1; tick <= 5; tick++)
        {
            var input = NextTick.After(previous, 0.01, tick);
            var (next, wall, cpu) = Measured(() => Planner.Make(input, PlanEffort.Warm, previous.Prices, CancellationToken.None, CancellationToken.None));
            walls.Add(wall);
            if (tick == 5)
                Print($"warm, {name} day, slowest {walls.Max():0.00} s", next, wall, cpu);
            previous = next;
        }

        var outage = NextTick.WithOutage(NextTick.After(previous, 0.03, 9));
        var (after, seconds, used) = Measured(() => Planner.Make(outage, PlanEffort.Warm, previous.Prices, CancellationToken.None, CancellationToken.None));
        Print($"outage, {name} day", after, seconds, used);
    }

    static void Questions(Plan plan)
    {
        var reasons = new PlanReasons(plan);
        var asked = Math.Min(500, plan.Placements.Length);
        var (_, wall, _) = Measured(() =>
        {
            for (var job = 0; job < asked; job++)
                reasons.Alternatives(job);
            return 0;
        });
        var (splits, splitWall, _) = Measured(() => CostSplits.Of(plan));
        var billed = splits.Sum(split => split?.Billed ?? 0) + plan.Verdict.Bill.Unserved;
        var (whatIf, whatIfWall, whatIfCpu) = Measured(() => WhatIf.MoreUnits(plan, PoolKind.Gpu, 0.05, PlanEffort.Warm, CancellationToken.None));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"    alternatives {1e6 * wall / asked:0} us a job; cost split {100 * billed / plan.Cost:0.000} % of the bill in {splitWall:0.00} s; what-if +5 % GPU {whatIfWall:0.00} s ({whatIfCpu:0.00} cpu): {whatIf.MoreCny:0} CNY, promised {whatIf.PredictedCny:0}"));
    }

    static void Print(string name, Plan plan, double wall, double cpu) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{name,-26} {plan.Placements.Length,6} {wall,7:0.00} {cpu,7:0.00} {100 * plan.Gap,6:0.000} {plan.Placements.Count(placement => placement is null),10} {plan.Verdict.Violations.Length,10} {MovedShare(plan),8:0.00} {plan.Cost:0} {plan.SearchRounds}"));

    static double MovedShare(Plan plan) =>
        100.0 * plan.Verdict.Bill.Moved / Math.Max(1, plan.Input.Workloads.Count(workload => workload.IsApproved));

    static void PrintMachine() => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"{Environment.ProcessorCount} cores, load {LoadAverage()}, .NET {Environment.Version}"));

    static string LoadAverage() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";

    static (T Result, double Wall, double Cpu) Measured<T>(Func<T> work)
    {
        GC.Collect();
        var (watch, cpu) = (Stopwatch.StartNew(), Process.GetCurrentProcess().TotalProcessorTime);
        var result = work();
        return (result, watch.Elapsed.TotalSeconds, (Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalSeconds);
    }
}
