using DcOps.Domain.Scheduling.Checking;
using DcOps.Domain.Scheduling.Model;

namespace DcOps.Domain.Scheduling.Planning;

/// <summary>Plans by the simple rules the planner is compared with. They keep every constraint and are checked like any plan.</summary>
public static class Baselines
{
    /// <exception cref="ArgumentException">The input has faults.</exception>
    public static (ImmutableArray<Placement?> Placements, PlanVerdict Verdict) Make(
        PlanningInput input, BaselineKind kind, CancellationToken cancellationToken)
    {
        if (InputCheck.Faults(input) is { IsEmpty: false } faults)
            throw new ArgumentException($"{faults[0].Subject} {faults[0].Reason}", nameof(input));

        var instance = InstanceBuilder.Build(input);
        var book = new LoadBook(instance);
        var unpriced = new PlanPrices(instance.Slots, instance.Facilities, instance.QuotaUnits.Length, instance.LinkGbps.Length, instance.Limits.Length);
        var insertion = new Insertion(instance, book, unpriced);
        var order = Enumerable.Range(0, instance.Jobs)
            .OrderBy(job => instance.Flexibility[job] == Flexibility.Locked ? 0 : 1)
            .ThenBy(job => kind == BaselineKind.CheapestByDeadline ? instance.Deadline[job] : instance.Release[job])
            .ThenBy(job => job);
        foreach (var job in order)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var isLocked = instance.Flexibility[job] == Flexibility.Locked;
            book.Place(job, isLocked || kind == BaselineKind.CheapestByDeadline
                ? insertion.Best(job)
                : ByRule(instance, book, job, kind));
        }

        var placements = Enumerable.Range(0, instance.Jobs)
            .Select(job => PlacementColumns.ToPlacement(instance, job, book.Columns[job])).ToImmutableArray();
        return (placements, PlanChecker.Check(input, placements));
    }

    static Column ByRule(Instance instance, LoadBook book, int job, BaselineKind kind)
    {
        var (best, chosen) = (double.PositiveInfinity, Column.None);
        for (var option = instance.FirstOption[job]; option < instance.FirstOption[job + 1]; option++)
        {
            var facility = instance.Options[option].Facility;
            if (kind == BaselineKind.FirstFitAtHome && instance.Input.Facilities[facility].Region != instance.Input.Workloads[job].Origin)
                continue;
            for (var start = instance.Options[option].Earliest; start < instance.Deadline[job]; start++)
            {
                var column = At(instance, job, option, start);
                if (!column.IsServed)
                    break;
                var score = Score(instance, book, job, column, kind);
                if (score >= best || !book.Fits(job, column))
                    continue;
                (best, chosen) = (score, column);
                if (kind == BaselineKind.FirstFitAtHome)
                    return chosen;
                if (kind == BaselineKind.AveragePue)
                    break;
            }
        }

        return chosen;
    }

    /// <summary>The rules know no pauses and no scaling: an elastic job runs at its first level throughout.</summary>
    static Column At(Instance instance, int job, int option, int start)
    {
        if (instance.Levels[job].Length == 0)
            return start + instance.Duration[job] <= instance.Deadline[job] ? new(option, start) : Column.None;
        var slots = (int)Math.Ceiling((instance.Duration[job] / instance.Levels[job][0].Speed) - 1e-9);
        return start + slots <= instance.Deadline[job]
            ? new(option, start, [.. Enumerable.Range(start, slots).Select(slot => (short)slot)], [.. Enumerable.Repeat(instance.Levels[job][0].Units, slots)])
            : Column.None;
    }

    static double Score(Instance instance, LoadBook book, int job, in Column column, BaselineKind kind)
    {
        var facility = instance.Options[column.Option].Facility;
        if (kind == BaselineKind.FirstFitAtHome)
            return 0;
        if (kind == BaselineKind.AveragePue)
            return instance.Curve[facility].AveragePue(book.Load[(facility * instance.Slots) + column.Start]) ?? double.MaxValue;
        var carbon = 0.0;
        for (var position = 0; position < column.Count(instance.Duration[job]); position++)
            carbon += instance.Input.Facilities[facility].Carbon[column.SlotAt(position)];
        return carbon;
    }
}
