using DcOps.Domain.Scheduling.Checking;
using DcOps.Domain.Scheduling.Model;

namespace DcOps.Domain.Scheduling.Planning;

/// <summary>
/// Price decomposition, rounding, ruin and recreate, then the independent checker. Every plan carries a lower bound from the same run.
/// </summary>
public static class Planner
{
    /// <param name="warm">Prices of an earlier plan; ignored when their shape is another.</param>
    /// <param name="enough">Ends the search early and returns the best plan so far, marked as cut short.</param>
    /// <exception cref="ArgumentException">The input has faults; the message names them all.</exception>
    /// <exception cref="InvalidOperationException">The checker refused the plan: an error of the planner, nothing may be shown.</exception>
    public static Plan Make(
        PlanningInput input, PlanEffort effort, PlanPrices? warm, CancellationToken enough, CancellationToken cancellationToken)
    {
        var faults = InputCheck.Faults(input);
        if (!faults.IsEmpty)
            throw new ArgumentException(string.Join(' ', faults.Select(fault => $"{fault.Subject} {fault.Reason}")), nameof(input));

        var instance = InstanceBuilder.Build(input);
        var ascent = new PriceAscent(instance, warm is not null && warm.Fits(instance) ? warm : null);
        ascent.Run(effort.PriceIterations, effort.Threads, cancellationToken);
        var book = new LoadBook(instance);
        var insertion = new Insertion(instance, book, ascent.Best);
        var evicted = Rounding.Run(instance, book, insertion, ascent, cancellationToken);

        ascent.Recall();
        // Whoever lost its place may push aside a few others; without an outage nobody lost any.
        var mostMoved = (int)(effort.ChurnShare * instance.IsApproved.Count(isApproved => isApproved)) + (4 * evicted);
        var search = new RuinAndRecreate(instance, book, insertion, ascent, effort.Seed, mostMoved);
        search.Sweep(effort.Sweeps, enough);
        var rounds = search.Run(effort.SearchRounds, enough);
        cancellationToken.ThrowIfCancellationRequested();

        var placements = ImmutableArray.CreateBuilder<Placement?>(instance.Jobs);
        for (var job = 0; job < instance.Jobs; job++)
            placements.Add(PlacementColumns.ToPlacement(instance, job, book.Columns[job]));
        var made = placements.ToImmutable();
        var verdict = PlanChecker.Check(input, made);
        var forced = verdict.Violations.Where(violation => violation.Kind != ViolationKind.Locked).ToImmutableArray();
        if (!forced.IsEmpty)
            throw new InvalidOperationException($"The checker found {forced.Length} violations, the first: {forced[0]}.");
        return new(input, made, verdict, ascent.Bound, ascent.Best)
        {
            WasCutShort = enough.IsCancellationRequested,
            PriceIterations = ascent.Iterations,
            SearchRounds = rounds,
        };
    }

    /// <summary>A plan that was made before, with the bound and the prices that its input gives: what a kept plan is explained by.</summary>
    /// <param name="placements">One per workload of the input.</param>
    /// <exception cref="ArgumentException">The input has faults, or the placements are not of it.</exception>
    public static Plan Reopen(
        PlanningInput input, ImmutableArray<Placement?> placements, PlanEffort effort, CancellationToken cancellationToken)
    {
        if (placements.Length != input.Workloads.Length || !InputCheck.Faults(input).IsEmpty)
            throw new ArgumentException("The placements are not of this input, or the input has faults.", nameof(placements));

        var ascent = new PriceAscent(InstanceBuilder.Build(input), null);
        ascent.Run(effort.PriceIterations, effort.Threads, cancellationToken);
        return new(input, placements, PlanChecker.Check(input, placements), ascent.Bound, ascent.Best) { PriceIterations = ascent.Iterations };
    }
}
