using System.Globalization;
using DcOps.Benchmarks.Scheduling.Published;
using DcOps.Domain.Scheduling.Model;
using DcOps.Domain.Scheduling.Planning;
using DcOps.Domain.Scheduling.Replay;

namespace DcOps.Benchmarks.Scheduling;

/// <summary>Runs recorded series and traces through published policies and the planner; prints published figures beside ours.</summary>
static class ReplayCommand
{
    public static int Run(string[] args) => args switch
    {
        ["published", var folder] => Published(folder),
        [var carbon, var timeColumn, var valueColumn, var jobs, ..] => Own(carbon, timeColumn, valueColumn, jobs, args[4..]),
        _ => PlanCommand.Usage(),
    };

    static int Published(string folder)
    {
        Line("Deferral with 24 h of slack, Oceania 2022, g/kWh        published   here | interrupting, published   here");
        var zones = Recorded.Oceania.Select(zone => Recorded.Carbon(folder, zone)).ToArray();
        foreach (var (hours, deferral, interrupting) in PublishedTables.Oceania)
        {
            var ours = zones.Select(zone => DeferralStudy.Of(zone, hours, 24)).ToArray();
            Line($"  {hours,3} h {deferral,56:0.00} {ours.Average(study => study.Deferral),6:0.00} | {interrupting,22:0.00} {ours.Average(study => study.Interrupting),6:0.00}");
        }

        var (series, terms) = (Recorded.Carbon(folder, "AU-SA").From(7000, 720), new ReplayTerms());
        var jobs = Recorded.Jobs(Path.Combine(folder, "pai_1k.csv"), terms.Tick);
        var atOnce = PolicyReplay.Run(series, jobs, ReplayPolicy.RunAtOnce, terms, null);
        Line($"1,000 jobs, South Australia, 30 days: carbon over running at once  ({atOnce.CarbonKilograms:0.000} kg here, {PublishedTables.Figure8AtOnce} published)");
        foreach (var (policy, carbon) in PublishedTables.Figure8)
            Line($"  {policy,-16} published {carbon:0.0000}  here {PolicyReplay.Run(series, jobs, policy, terms, null).CarbonKilograms / atOnce.CarbonKilograms:0.0000}");
        Line($"  {ReplayPolicy.BestSteps,-16} here {PolicyReplay.Run(series, jobs, ReplayPolicy.BestSteps, terms, null).CarbonKilograms / atOnce.CarbonKilograms:0.0000}");
        Line("Reserved units first: carbon published / here, cost published / here");
        foreach (var (reserved, carbon, cost) in PublishedTables.Figure11)
        {
            var ours = PolicyReplay.Run(series, jobs, ReplayPolicy.SavingPerDelay, terms with { Reserved = reserved, IsReservedFirst = true }, null);
            Line($"  {reserved,3}  {carbon:0.0000} / {ours.CarbonKilograms / atOnce.CarbonKilograms:0.0000}   {cost:0.0000} / {ours.Cost / atOnce.Cost:0.0000}");
        }

        return Compared(series, SameWork.InHours(jobs), terms with { Tick = series.Step });
    }

    static int Own(string carbon, string timeColumn, string valueColumn, string jobs, string[] rest)
    {
        var series = Recorded.Series(carbon, timeColumn, valueColumn);
        var (error, seed) = (Number(rest, 0, 0), (ulong)Number(rest, 1, 1));
        var terms = new ReplayTerms { Tick = series.Step };
        var work = SameWork.InHours(Recorded.Jobs(jobs, TimeSpan.FromSeconds(1)));
        var forecast = error > 0 ? series.WithError(error, seed) : null;
        foreach (var rule in Enum.GetValues<SlackRule>())
        {
            foreach (var isInterruptible in new[] { false, true })
                Line($"  {rule,-12} {(isInterruptible ? "interrupting" : "running through"),-16} saves {100 * SlackReplay.Saving(series, work, rule, TimeSpan.FromHours(24), isInterruptible, forecast):0.00} %");
        }

        return series.Step == TimeSpan.FromHours(1) && series.Values.Length <= 2000 ? Compared(series, work, terms) : 0;
    }

    /// <summary>The planner against every policy on the same work, then with capacity and power curve switched on.</summary>
    static int Compared(IntensitySeries series, ImmutableArray<ReplayJob> jobs, ReplayTerms terms)
    {
        var atOnce = PolicyReplay.Run(series, jobs, ReplayPolicy.RunAtOnce, terms, null).CarbonKilograms;
        Line($"The same work in whole hours, carbon over running at once ({atOnce:0.0} kg)");
        foreach (var policy in Enum.GetValues<ReplayPolicy>())
            Line($"  {policy,-36} {PolicyReplay.Run(series, jobs, policy, terms, null).CarbonKilograms / atOnce:0.0000}");
        var peak = Peak(jobs);
        Plan("planner, room without end", null, null);
        Plan($"planner, {peak} units (the peak at once)", peak, null);
        Plan($"planner, {0.7 * peak:0} units", 0.7 * peak, null);
        Plan($"planner, {peak} units, with losses", peak, new(0.1 * peak, 1.15, 0.2 / peak));
        return 0;

        void Plan(string name, double? units, PowerCurve? curve)
        {
            var input = SameWork.Input(series, jobs, terms, units, curve);
            var plan = Planner.Make(input, PlanEffort.Cold, null, CancellationToken.None, CancellationToken.None);
            var reference = curve is null ? atOnce : Domain.Scheduling.Checking.PlanChecker.Check(input, AtOnce(jobs)).Bill.CarbonKilograms;
            Line($"  {name,-36} {plan.Verdict.Bill.CarbonKilograms / reference:0.0000}  gap {100 * plan.Gap:0.00} %, unserved {plan.Placements.Count(placement => placement is null)}");
        }
    }

    static Placement[] AtOnce(ImmutableArray<ReplayJob> jobs) =>
        [.. jobs.Select(job => new Placement(0, [new((int)job.Arrival.TotalHours, (int)(job.Arrival + job.Length).TotalHours, job.Units)]))];

    static int Peak(ImmutableArray<ReplayJob> jobs) => Enumerable.Range(0, 2000)
        .Max(hour => jobs.Where(job => job.Arrival.TotalHours <= hour && hour < (job.Arrival + job.Length).TotalHours).Sum(job => job.Units));

    static double Number(string[] args, int index, double otherwise) =>
        args.Length > index ? double.Parse(args[index], CultureInfo.InvariantCulture) : otherwise;

    static void Line(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));

    static void Line(string text) => Console.WriteLine(text);
}
