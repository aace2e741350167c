using DcOps.Domain.Green;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Domain.Tests.Green;

public sealed class LowEfficiencyTests
{
    static readonly LowEfficiencyCriteria Criteria = new(1.5m, 0.5, 3_000, 10, TraitsToList: 2);
    static readonly DateOnly Today = new(2026, 11, 1);
    static readonly DateTimeOffset At = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_site_is_listed_by_its_traits_greatest_saving_first()
    {
        var sites = LowEfficiencySite.Register(
            [
                Site("NJ-01", pue: 1_800, occupancy: 0.3, racks: 200, since: new(2012, 1, 1), energy: 1_800),
                Site("NJ-02", pue: 1_600, occupancy: 0.4, racks: 5_000, since: new(2022, 1, 1), energy: 160_000),
                Site("NJ-03", pue: 1_200, occupancy: 0.9, racks: 5_000, since: new(2010, 1, 1), energy: 9_999),
                new(FacilityId.Parse("NJ-04"), null, null, 100, new(2016, 11, 1), null, null, null),
                new(FacilityId.Parse("NJ-05"), null, null, 100, new(2016, 11, 2), null, null, null),
            ],
            Today, Criteria, targetRatio: 1.3m);

        Assert.Equal(["NJ-02", "NJ-01", "NJ-04"], sites.Select(site => site.Survey.Facility.Value));
        Assert.Equal([SiteTrait.HighPue, SiteTrait.LowOccupancy], sites[0].Traits);
        Assert.Equal([SiteTrait.HighPue, SiteTrait.LowOccupancy, SiteTrait.Small, SiteTrait.Old], sites[1].Traits);
        Assert.Equal(500, sites[1].Saving!.Value.WattHours);
        Assert.Null(sites[2].Saving);
    }

    [Fact]
    public void A_plan_is_tracked_to_its_end()
    {
        var listed = ConsolidationPlan.List(FacilityId.Parse("NJ-01"), "zhang.min", At, "four traits");
        var planned = listed.Plan(FacilityId.Parse("NJ-09"), new(2027, 6, 30), "zhang.min", At, "moves to NJ-09")!;
        var underWay = planned.Begin("li.wei", At, "first racks moved")!;

        Assert.Null(listed.Begin("li.wei", At, ""));
        Assert.False(planned.IsOverdue(new(2027, 6, 30)));
        Assert.True(underWay.IsOverdue(new(2027, 7, 1)));
        Assert.Null(underWay.Close(new(1), "li.wei", At, "not yet empty"));
        Assert.Null(underWay.Convert(new(1, 1), 1.3m, "li.wei", At, "its load moves away"));
        var closed = underWay.Close(Energy.Zero, "li.wei", At, "power off")!;
        Assert.True(closed.IsEnded);
        Assert.False(closed.IsOverdue(new(2030, 1, 1)));
        Assert.Null(closed.Drop("li.wei", At, ""));
        Assert.Equal(
            [ConsolidationStage.Listed, ConsolidationStage.Planned, ConsolidationStage.UnderWay, ConsolidationStage.Closed],
            closed.Steps.Select(step => step.Stage));
    }

    [Fact]
    public void A_site_rebuilt_in_place_is_converted_when_a_year_proves_it()
    {
        var underWay = ConsolidationPlan.List(FacilityId.Parse("NJ-01"), "a", At, "").Plan(null, Today, "a", At, "")!.Begin("a", At, "")!;

        Assert.Null(underWay.Convert(new(13_001, 10_000), 1.3m, "a", At, ""));
        Assert.Equal(ConsolidationStage.Converted, underWay.Convert(new(13_000, 10_000), 1.3m, "a", At, "")!.Stage);
        Assert.Equal(ConsolidationStage.Dropped, underWay.Drop("a", At, "a figure was wrong")!.Stage);
    }

    static SiteSurvey Site(string id, long pue, double occupancy, double racks, DateOnly since, long energy) => new(
        FacilityId.Parse(id), new ExactRatio(pue, 1_000), new Ratio(occupancy), racks, since, null, new(energy), new(energy * 1_000 / pue));
}
