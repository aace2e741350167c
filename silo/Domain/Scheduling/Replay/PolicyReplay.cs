namespace DcOps.Domain.Scheduling.Replay;

/// <summary>Runs a trace under a published policy and adds up carbon and cost.</summary>
public static class PolicyReplay
{
    /// <param name="forecast">What the policy sees; null is the truth itself.</param>
    public static ReplayOutcome Run(
        IntensitySeries series, IReadOnlyList<ReplayJob> jobs, ReplayPolicy policy, ReplayTerms terms, IntensitySeries? forecast)
    {
        var truth = new JobWindows(series, jobs, terms);
        var seen = forecast is null ? truth : new JobWindows(forecast, jobs, terms);
        var due = new List<Due>();
        foreach (var job in jobs)
        {
            var (arrival, length) = ((int)(job.Arrival / terms.Tick), (int)(job.Length / terms.Tick));
            due.AddRange(seen.Runs(policy, arrival, length).Select(run => new Due(arrival, run.Start, run.Length, job.Units)));
        }

        return terms.Reserved > 0 ? WithReserved(truth, due, jobs, terms) : Outcome(truth, due, jobs, terms, due.Sum(run => (double)run.Length * run.Units));
    }

    static ReplayOutcome Outcome(JobWindows truth, List<Due> runs, IReadOnlyList<ReplayJob> jobs, ReplayTerms terms, double onDemand)
    {
        var tickHours = terms.Tick.TotalHours;
        var carbon = runs.Sum(run => truth.Sum(run.Start, run.Length) * run.Units) * tickHours / 1000;
        var hours = runs.Sum(run => (double)run.Start + run.Length - run.Arrival) * tickHours;
        var last = runs.Count == 0 ? 0 : runs.Max(run => run.Start);
        var cost = terms.UnitHour * tickHours * (onDemand + (terms.Reserved * terms.ReservedRate * last));
        var wait = (hours - jobs.Sum(job => job.Length.TotalHours)) / Math.Max(1, jobs.Count);
        return new(carbon, cost, wait);
    }

    /// <summary>Reserved units first: those that end in a tick are free again in the next.</summary>
    static ReplayOutcome WithReserved(JobWindows truth, List<Due> due, IReadOnlyList<ReplayJob> jobs, ReplayTerms terms)
    {
        var (free, onDemand, tick) = (terms.Reserved, 0.0, 0);
        var releases = new SortedDictionary<int, int>();
        var arriving = new Queue<Due>(due.OrderBy(run => run.Arrival));
        var (waiting, started) = (new List<Due>(), new List<Due>());
        while (arriving.Count + waiting.Count > 0)
        {
            while (arriving.Count > 0 && arriving.Peek().Arrival <= tick)
                waiting.Add(arriving.Dequeue());
            waiting.RemoveAll(run =>
            {
                if (run.Start > tick && !(terms.IsReservedFirst && free >= run.Units))
                    return false;
                if (free >= run.Units)
                {
                    free -= run.Units;
                    releases[tick + run.Length] = releases.GetValueOrDefault(tick + run.Length) + run.Units;
                }
                else
                {
                    onDemand += (double)run.Length * run.Units;
                }

                started.Add(run with { Start = tick });
                return true;
            });

            var isReleased = releases.Remove(tick, out var released);
            free += isReleased ? released : 0;
            tick = isReleased ? tick + 1 : Next(tick, arriving, waiting, releases);
        }

        return Outcome(truth, started, jobs, terms, onDemand);
    }

    static int Next(int tick, Queue<Due> arriving, List<Due> waiting, SortedDictionary<int, int> releases)
    {
        var next = int.MaxValue;
        if (arriving.Count > 0)
            next = Math.Min(next, arriving.Peek().Arrival);
        foreach (var run in waiting)
            next = Math.Min(next, run.Start);
        foreach (var (at, _) in releases)
        {
            next = Math.Min(next, at);
            break;
        }

        return Math.Max(tick + 1, next);
    }

    readonly record struct Due(int Arrival, int Start, int Length, int Units);
}
