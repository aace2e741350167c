using DcOps.Simulator.Computing;
using DcOps.Domain.Scheduling.Model;
using DcOps.Domain.Scheduling.Planning;
using FsCheck.Xunit;

namespace DcOps.Domain.Tests.Scheduling;

public sealed class PlannerPropertyTests
{
    static PlanningInput Province(int seed, int jobs = 60) => ProvinceOf.Make(
        new(12, jobs, 0.3 + (0.1 * (Math.Abs(seed) % 4)), seed) { ElasticShare = 0.15, HasGridTerms = seed % 2 == 0 });

    static Plan Make(PlanningInput input, int threads = 2, PlanPrices? warm = null) => Planner.Make(
        input, PlanEffort.Cold with { PriceIterations = 40, SearchRounds = 150, Threads = threads }, warm, CancellationToken.None, CancellationToken.None);

    [Property(MaxTest = 25)]
    public void Every_plan_keeps_every_rule_and_costs_no_less_than_its_bound(int seed)
    {
        var plan = Make(Province(seed));

        Assert.Empty(plan.Verdict.Violations);
        Assert.True(plan.LowerBound <= plan.Cost + (1e-6 * Math.Abs(plan.Cost)), $"bound {plan.LowerBound}, cost {plan.Cost}");
    }

    [Property(MaxTest = 10)]
    public void The_bound_lies_below_every_other_sound_plan_too(int seed)
    {
        var input = Province(seed);
        var bound = Make(input).LowerBound;

        foreach (var kind in Enum.GetValues<BaselineKind>())
        {
            var (_, verdict) = Baselines.Make(input, kind, CancellationToken.None);
            Assert.Empty(verdict.Violations);
            Assert.True(bound <= verdict.Bill.Total + (1e-6 * Math.Abs(bound)));
        }
    }

    [Property(MaxTest = 6)]
    public void The_same_seed_gives_the_same_plan_on_any_number_of_threads(int seed)
    {
        var input = Province(seed);

        Assert.Equal(Make(input, threads: 1).Placements, Make(input, threads: 4).Placements);
    }

    [Property(MaxTest = 10)]
    public void A_plan_made_again_from_its_own_prices_and_placements_moves_nothing_that_was_approved(int seed)
    {
        var input = Province(seed, jobs: 40) with { ChurnPrice = 1e6 };
        var first = Make(input);
        var approved = input with
        {
            Workloads = [.. input.Workloads.Select((workload, index) => workload with { Current = first.Placements[index], IsApproved = true })],
        };

        Assert.Equal(0, Make(approved, warm: first.Prices).Verdict.Bill.Moved);
    }

    [Property(MaxTest = 8)]
    public void More_room_never_makes_the_bound_rise_above_the_old_cost(int seed)
    {
        var input = Province(seed);
        var wider = input with { Pools = [.. input.Pools.Select(pool => pool with { Free = [.. pool.Free.Select(free => free * 1.05)] })] };

        Assert.True(Make(wider).LowerBound <= Make(input).Cost + 1e-6);
    }

    [Property(MaxTest = 10)]
    public void An_order_of_jobs_changes_nothing_that_the_bound_certifies(int seed)
    {
        var input = Province(seed);
        var turned = input with { Workloads = [.. input.Workloads.Reverse()] };
        var (plan, other) = (Make(input), Make(turned));

        Assert.True(plan.LowerBound <= other.Cost + 1e-6 && other.LowerBound <= plan.Cost + 1e-6);
    }
}
