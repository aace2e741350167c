using System.Diagnostics;
using System.Globalization;
using DcOps.Benchmarks.Scheduling.Province;
using DcOps.Domain.Scheduling.Planning;

namespace DcOps.Benchmarks.Scheduling;

/// <summary>Measures plans of generated provinces and prints one row each: wall and CPU seconds, certified gap, violations.</summary>
static class PlanCommand
{
    public static int Usage()
    {
        Console.WriteLine("""
            plan [jobs,jobs,…] [price iterations] [search rounds]   cold and warm plans, normal and hard days, against the goals
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
        Console.WriteLine("case                         jobs  wall s   cpu s  gap %   unserved violations cost");
        foreach (var count in jobs)
        {
            foreach (var (name, load) in new[] { ("normal", 0.35), ("hard", 0.55) })
            {
                var input = ProvinceOf.Make(new(100, count, load, 7));
                var (plan, wall, cpu) = Measured(() => Planner.Make(input, effort, null, CancellationToken.None, CancellationToken.None));
                Print($"cold, {name} day", plan, wall, cpu);
            }
        }

        return 0;
    }

    static void Print(string name, Plan plan, double wall, double cpu) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{name,-26} {plan.Placements.Length,6} {wall,7:0.00} {cpu,7:0.00} {100 * plan.Gap,6:0.000} {plan.Placements.Count(placement => placement is null),10} {plan.Verdict.Violations.Length,10} {plan.Cost:0} rounds {plan.SearchRounds}"));

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
