using DcOps.Domain.Scheduling.Advice;
using DcOps.Domain.Scheduling.Dispatch;
using DcOps.Domain.Scheduling.Planning;
using DcOps.Domain.Scheduling.Reasons;
using DcOps.Simulator.Computing;

namespace DcOps.Domain.Tests.Scheduling;

/// <summary>Promised against observed.</summary>
public sealed class AdviceLedgerTests
{
    static readonly Plan Plan = PlanScene.Plan(ProvinceOf.Make(new(10, 60, 0.4, 3) { HasGridTerms = true, ElasticShare = 0.1 }));

    [Fact]
    public void A_day_that_goes_as_planned_shows_what_was_promised()
    {
        var rows = AdviceLedger.Of(Plan.Input, Plan.Placements, _ => true, Meters(baseFactor: 1));

        Assert.Equal(Plan.Verdict.Bill.Served, rows.Length);
        Assert.All(rows, row => Assert.Equal(row.Slots, row.MeteredSlots));
        Assert.All(rows, row => Assert.Equal(row.Promised.FacilityKwh, row.Observed!.Value.FacilityKwh, 6));
        Assert.Equal(Plan.Verdict.Bill.FacilityKwh, rows.Sum(row => row.Observed!.Value.FacilityKwh), 3);
        Assert.Equal(Plan.Verdict.Bill.Energy + Plan.Verdict.Bill.Carbon, rows.Sum(row => row.Observed!.Value.Cny), 3);
        Assert.Equal(Plan.Verdict.Bill.CarbonKilograms, rows.Sum(row => row.Observed!.Value.CarbonKilograms), 3);
    }

    [Fact]
    public void A_base_load_below_its_forecast_makes_the_work_cheaper_than_promised()
    {
        var rows = AdviceLedger.Of(Plan.Input, Plan.Placements, _ => true, Meters(baseFactor: 0.8));

        Assert.True(rows.Sum(row => row.Observed!.Value.FacilityKwh) < rows.Sum(row => row.Promised.FacilityKwh));
        Assert.InRange(rows.Sum(row => row.Observed!.Value.FacilityKwh) / rows.Sum(row => row.Promised.FacilityKwh), 0.9, 1);
    }

    [Fact]
    public void Slots_that_were_not_metered_are_in_neither_figure_and_a_job_without_any_has_none()
    {
        var half = AdviceLedger.Of(Plan.Input, Plan.Placements, _ => true, Meters(baseFactor: 1).Where(slot => slot.From < Plan.Input.StartsAt.AddHours(12)));
        var none = AdviceLedger.Of(Plan.Input, Plan.Placements, _ => true, []);

        Assert.Contains(half, row => row.MeteredSlots > 0 && row.MeteredSlots < row.Slots);
        Assert.All(half.Where(row => row.Observed is not null), row => Assert.Equal(row.Promised.FacilityKwh, row.Observed!.Value.FacilityKwh, 6));
        Assert.All(none, row => Assert.Equal((null, 0, default(AdviceFigures)), (row.Observed, row.MeteredSlots, row.Promised)));
    }

    [Fact]
    public void A_job_that_did_not_run_is_left_out()
    {
        var served = Plan.Input.Workloads.Where((_, job) => Plan.Placements[job] is not null).First().Id;

        Assert.DoesNotContain(AdviceLedger.Of(Plan.Input, Plan.Placements, job => job != served, []), row => row.Job == served);
    }

    [Fact]
    public void What_jobs_are_promised_adds_up_to_the_plan()
    {
        var promises = PlanPromises.Of(Plan, CostSplits.Of(Plan));

        Assert.Equal(Plan.Verdict.Bill.FacilityKwh, promises.Sum(promise => promise?.FacilityKwh ?? 0), 3);
        Assert.Equal(Plan.Cost - Plan.Verdict.Bill.Unserved, promises.Sum(promise => promise?.Cny ?? 0), 3);
    }

    /// <summary>What meters count when every job runs and the base load is a share of its forecast.</summary>
    static IEnumerable<MeteredSlot> Meters(double baseFactor)
    {
        var input = Plan.Input;
        for (var facility = 0; facility < input.Facilities.Length; facility++)
        {
            var offer = input.Facilities[facility];
            for (var slot = 0; slot < input.Slots; slot++)
            {
                var it = (baseFactor * offer.BaseKw[slot]) + Added(facility, slot);
                yield return new(offer.Id, input.StartsAt + (input.Step * slot), input.SlotHours * it, input.SlotHours * offer.Curve.FacilityKw(it));
            }
        }
    }

    static double Added(int facility, int slot)
    {
        var sum = 0.0;
        for (var job = 0; job < Plan.Placements.Length; job++)
        {
            if (Plan.Placements[job] is not { } placement || placement.Facility != facility)
                continue;
            var pool = Plan.Input.Pools.First(each => each.Facility == facility && each.Kind == Plan.Input.Workloads[job].Kind);
            sum += placement.Runs.Where(run => slot >= run.From && slot < run.To).Sum(run => run.Units * pool.KwPerUnit);
        }

        return sum;
    }
}
