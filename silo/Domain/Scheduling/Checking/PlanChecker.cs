using DcOps.Domain.Scheduling.Model;

namespace DcOps.Domain.Scheduling.Checking;

/// <summary>
/// Verifies every constraint and writes the bill from the model alone. It shares nothing with the planner,
/// so an error in the planner's books is found here and not by the grid.
/// </summary>
public static class PlanChecker
{
    /// <param name="placements">One per workload of the input, in its order; null is not served.</param>
    /// <exception cref="ArgumentException">There is not one placement per workload.</exception>
    public static PlanVerdict Check(PlanningInput input, IReadOnlyList<Placement?> placements)
    {
        if (placements.Count != input.Workloads.Length)
            throw new ArgumentException($"{placements.Count} placements for {input.Workloads.Length} workloads.", nameof(placements));

        var tally = new PlanTally(input);
        var violations = ImmutableArray.CreateBuilder<Violation>();
        for (var index = 0; index < placements.Count; index++)
        {
            if (placements[index] is { } placement)
                CheckOne(input, input.Workloads[index], placement, tally, violations);
            else if (input.Workloads[index].Flexibility == Flexibility.Locked)
                violations.Add(new(ViolationKind.Locked, input.Workloads[index].Id, null, 0));
        }

        tally.CheckSums(violations);
        return new(violations.ToImmutable(), PlanBilling.Of(input, placements, tally));
    }

    static void CheckOne(
        PlanningInput input, Workload workload, Placement placement, PlanTally tally, ImmutableArray<Violation>.Builder violations)
    {
        void Refuse(ViolationKind kind, double excess = 0) => violations.Add(new(kind, workload.Id, null, excess));

        if (placement.Facility < 0 || placement.Facility >= input.Facilities.Length || !IsWellShaped(input, workload, placement))
        {
            Refuse(ViolationKind.Shape);
            return;
        }

        var isAsBefore = workload.Current is { } current && current.Equals(placement);
        if (workload.Flexibility == Flexibility.Locked && !isAsBefore)
            Refuse(ViolationKind.Locked);
        if (placement.First < workload.Release || placement.End > workload.Deadline)
            Refuse(ViolationKind.Window, Math.Max(workload.Release - placement.First, placement.End - workload.Deadline));
        var missing = workload.Duration - Work(workload, placement);
        if (missing > 1e-6 || (workload.Flexibility != Flexibility.Elastic && missing < -1e-6))
            Refuse(ViolationKind.Work, missing);

        CheckPlace(input, workload, placement, Refuse);
        if (input.Pools.All(pool => pool.Facility != placement.Facility || pool.Kind != workload.Kind))
            Refuse(ViolationKind.NoPool);
        else
            tally.Add(workload, placement, violations);
    }

    static bool IsWellShaped(PlanningInput input, Workload workload, Placement placement)
    {
        if (placement.Runs.IsDefaultOrEmpty)
            return false;
        var before = 0;
        foreach (var run in placement.Runs)
        {
            if (run.From < before || run.To <= run.From || run.To > input.Slots)
                return false;
            if (workload.Flexibility == Flexibility.Elastic
                ? workload.Levels.All(level => level.Units != run.Units)
                : run.Units != workload.Units)
                return false;
            before = run.To;
        }

        return placement.Runs.Length == 1 || workload.Flexibility is Flexibility.Interruptible or Flexibility.Elastic
            || workload.Flexibility == Flexibility.Locked;
    }

    static double Work(Workload workload, Placement placement) => placement.Runs.Sum(run =>
        (run.To - run.From) * (workload.Flexibility == Flexibility.Elastic
            ? workload.Levels.First(level => level.Units == run.Units).Speed
            : 1));

    static void CheckPlace(PlanningInput input, Workload workload, Placement placement, Action<ViolationKind, double> refuse)
    {
        var facility = input.Facilities[placement.Facility];
        var region = input.Regions[facility.Region];
        var wasThere = workload.Current?.Facility == placement.Facility;
        if (facility.Status == OfferStatus.Standby || (facility.Status != OfferStatus.Live && !wasThere))
            refuse(ViolationKind.Status, 0);
        if (workload.SecurityGrade > facility.SecurityGrade)
            refuse(ViolationKind.Grade, workload.SecurityGrade - facility.SecurityGrade);
        if (!workload.MayLeaveProvince && !region.IsInProvince)
            refuse(ViolationKind.Residency, 0);
        var roundTrip = facility.Region == workload.Origin
            ? 0
            : input.Links.Where(link => link.From == workload.Origin && link.To == facility.Region)
                .Select(link => link.RoundTripMilliseconds).DefaultIfEmpty(double.PositiveInfinity).Min();
        if (roundTrip > workload.Latency.LimitMilliseconds())
            refuse(ViolationKind.Latency, roundTrip - workload.Latency.LimitMilliseconds());
        var pool = input.Pools.FirstOrDefault(pool => pool.Facility == placement.Facility && pool.Kind == workload.Kind);
        if (workload.Stack is { } stack && pool is { Stacks.IsEmpty: false } && !pool.Stacks.Contains(stack))
            refuse(ViolationKind.Stack, 0);
    }
}
