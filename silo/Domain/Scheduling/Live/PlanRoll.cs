using System.Globalization;
using DcOps.Domain.Scheduling.Model;

namespace DcOps.Domain.Scheduling.Live;

/// <summary>
/// Moves an input to another beginning: what has passed falls out, and slots past the end of a series take the value of the same time of the
/// series' last day. What stands in the plan in force stands on.
/// </summary>
public static class PlanRoll
{
    /// <param name="isDaily">Whether the jobs come again each day, named by theirs: <c>train-7@2026-03-02</c>.</param>
    /// <param name="standing">Where approved work stands, by job, in the slots of <paramref name="standingFrom"/>.</param>
    /// <returns>Null when nothing of the input is left at the instant.</returns>
    public static PlanningInput? To(
        PlanningInput input, DateTimeOffset instant, bool isDaily, IReadOnlyDictionary<string, Placement> standing, DateTimeOffset standingFrom)
    {
        var shift = Math.Max(0, (int)Math.Floor((instant - input.StartsAt) / input.Step));
        var startsAt = input.StartsAt + (input.Step * shift);
        var moved = (int)Math.Round((startsAt - standingFrom) / input.Step);
        if (shift >= input.Slots && !isDaily)
            return null;

        var workloads = ImmutableArray.CreateBuilder<Workload>();
        foreach (var workload in input.Workloads)
        {
            foreach (var (again, ahead) in isDaily ? Days(input, workload, shift) : [(workload, 0)])
            {
                if (Window(again, shift - ahead, input.Slots) is not { } offered)
                    continue;
                // What stood and has ended was served: it is not planned twice.
                var next = standing.TryGetValue(again.Id, out var placement) ? Standing(offered, placement, moved) : Fresh(offered, shift);
                if (next is not null)
                    workloads.Add(next);
            }
        }

        return input with
        {
            StartsAt = startsAt,
            Facilities = [.. input.Facilities.Select(offer => offer with
            {
                BaseKw = Turned(input, offer.BaseKw, shift),
                LimitKw = Turned(input, offer.LimitKw, shift),
                Price = Turned(input, offer.Price, shift),
                Carbon = Turned(input, offer.Carbon, shift),
            })],
            Pools = [.. input.Pools.Select(pool => pool with { Free = Turned(input, pool.Free, shift) })],
            Limits = [.. input.Limits.Where(limit => limit.To > shift).Select(limit => limit with { From = Math.Max(0, limit.From - shift), To = limit.To - shift })],
            Workloads = workloads.ToImmutable(),
        };
    }

    static ImmutableArray<double> Turned(PlanningInput input, ImmutableArray<double> series, int shift)
    {
        var day = Math.Min(input.Slots, Math.Max(1, (int)Math.Round(TimeSpan.FromDays(1) / input.Step)));
        return [.. Enumerable.Range(shift, input.Slots).Select(slot =>
            series[slot < input.Slots ? slot : input.Slots - day + ((slot - input.Slots) % day)])];
    }

    static IEnumerable<(Workload Again, int Ahead)> Days(PlanningInput input, Workload workload, int shift)
    {
        var day = Math.Max(1, (int)Math.Round(TimeSpan.FromDays(1) / input.Step));
        for (var number = Math.Max(0, (shift - workload.Deadline) / day); (number * day) + workload.Release < shift + input.Slots; number++)
        {
            var date = (input.StartsAt + (input.Step * day * number)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            yield return (workload with { Id = $"{workload.Id}@{date}" }, number * day);
        }
    }

    /// <summary>Null when its time is over, or it belongs to a later plan.</summary>
    static Workload? Window(Workload workload, int shift, int slots)
    {
        var (release, deadline) = (Math.Max(0, workload.Release - shift), workload.Deadline - shift);
        return deadline <= release || release >= slots || (deadline > slots && release + workload.Duration > slots)
            ? null
            : workload with { Release = release, Deadline = Math.Min(deadline, slots) };
    }

    static Workload Fresh(Workload workload, int shift) => shift == 0 ? workload : workload with { Current = null, IsApproved = false };

    /// <summary>What has begun and may not pause stays; the rest may be planned again, at its price. Null when it has ended.</summary>
    static Workload? Standing(Workload workload, Placement placement, int moved)
    {
        var runs = placement.Runs.Select(run => run with { From = Math.Max(0, run.From - moved), To = run.To - moved })
            .Where(run => run.To > run.From).ToImmutableArray();
        if (runs.IsEmpty)
            return null;
        var hasBegun = placement.First < moved;
        if (!hasBegun || workload.Flexibility == Flexibility.Elastic)
        {
            return workload with
            {
                Current = new(placement.Facility, runs),
                IsApproved = true,
                Duration = hasBegun ? Left(workload, runs) : workload.Duration,
            };
        }

        return workload with
        {
            Current = new(placement.Facility, runs),
            IsApproved = true,
            Duration = runs.Sum(run => run.To - run.From),
            Release = 0,
            Flexibility = workload.Flexibility == Flexibility.Interruptible ? Flexibility.Interruptible : Flexibility.Locked,
        };
    }

    /// <summary>Whole slots of an elastic job's work that its placement still does; what is begun of another is done on the way.</summary>
    static int Left(Workload workload, ImmutableArray<SlotRun> runs) => Math.Max(1, (int)Math.Floor(
        1e-9 + runs.Sum(run => (run.To - run.From) * (workload.Levels.FirstOrDefault(level => level.Units == run.Units).Speed))));
}
