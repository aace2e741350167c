using DcOps.Contracts.Ledger;
using DcOps.Dashboard.Pages.Facility.Flow;
using DcOps.Domain.Ledger;
using DcOps.Domain.Metering;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Dashboard.Tests.Flow;

public sealed class EnergyFlowTests
{
    static readonly FacilityId Site = FacilityId.Parse("NJ-01");
    static readonly ReportPeriod Day = ReportPeriod.Of(PeriodKind.Day, BusinessCalendar.Shanghai.Day(new(2026, 10, 5)));

    [Fact]
    public void What_no_meter_saw_is_a_node_of_its_own_so_that_every_stage_adds_up()
    {
        var flow = EnergyFlow.Of(Evidence(
            ("utility-1", MeterRole.UtilityEntrance, 700), ("utility-2", MeterRole.UtilityEntrance, 300), ("cooling", MeterRole.Cooling, 150),
            ("house", MeterRole.Lighting, 20), ("ups-in", MeterRole.UpsInput, 800), ("ups-out", MeterRole.UpsOutput, 760), ("racks", MeterRole.ItInput, 750)))!;

        Assert.Empty(flow.Excesses);
        foreach (var stage in flow.Nodes.Where(node => flow.Nodes.Any(after => after.From == node.Key)))
            Assert.Equal(stage.Energy.WattHours, flow.Nodes.Where(after => after.From == stage.Key).Sum(after => after.Energy.WattHours));
        Assert.Equal(1_000, flow.Site!.Energy.WattHours);
        Assert.Equal([("site-rest", 30), ("UpsInput-rest", 40), ("UpsOutput-rest", 10)],
            flow.Nodes.Where(node => node.Kind == FlowKind.Unmetered).Select(node => (node.Key, (int)node.Energy.WattHours)));
    }

    [Fact]
    public void Meters_that_saw_more_than_entered_are_told_and_make_no_negative_band()
    {
        var flow = EnergyFlow.Of(Evidence(("utility-1", MeterRole.UtilityEntrance, 700), ("ups-out", MeterRole.UpsOutput, 760)))!;

        var (stage, more) = Assert.Single(flow.Excesses);
        Assert.Equal((EnergyFlow.SiteKey, 60), (stage.Key, (int)more.WattHours));
        Assert.DoesNotContain(flow.Nodes, node => node.Kind == FlowKind.Unmetered);
    }

    [Fact]
    public void A_meter_below_another_of_its_role_is_not_counted_twice()
    {
        var flow = EnergyFlow.Of(Evidence(("utility-1", MeterRole.UtilityEntrance, 700), ("utility-1a>utility-1", MeterRole.UtilityEntrance, 650)))!;

        Assert.Equal(700, flow.Site!.Energy.WattHours);
    }

    [Fact]
    public void Without_what_enters_there_is_no_flow()
    {
        Assert.Null(EnergyFlow.Of(Evidence(("ups-out", MeterRole.UpsOutput, 760))));
        Assert.Null(EnergyFlow.Of(Evidence(("utility-1", MeterRole.UtilityEntrance, 0), ("ups-out", MeterRole.UpsOutput, 0))));
        Assert.Null(EnergyFlow.Of(Evidence() with { Boundaries = [] }));
    }

    [Fact]
    public void Nodes_lie_in_the_picture_beside_each_other_and_as_high_as_their_energy()
    {
        var flow = EnergyFlow.Of(Evidence(
            ("utility-1", MeterRole.UtilityEntrance, 1_000), ("cooling", MeterRole.Cooling, 150), ("house", MeterRole.Lighting, 20),
            ("ups-in", MeterRole.UpsInput, 800), ("ups-out", MeterRole.UpsOutput, 760)))!;
        var layout = FlowLayout.Of(flow);

        Assert.All(layout.Nodes, node => Assert.InRange(node.Y + Math.Max(node.Height, 28), 0, FlowLayout.Height + 0.01));
        Assert.All(layout.Nodes, node => Assert.InRange(node.X, 0, FlowLayout.Width - FlowLayout.NodeWidth));
        foreach (var column in layout.Nodes.GroupBy(node => node.Node.Column))
        {
            foreach (var (above, below) in column.Zip(column.Skip(1)))
                Assert.True(above.Y + above.Height < below.Y, $"{above.Node.Key} lies over {below.Node.Key}");
        }

        var site = layout.Nodes.Single(node => node.Node.Kind == FlowKind.Site);
        var cooling = layout.Nodes.Single(node => node.Node.Role == MeterRole.Cooling);
        Assert.Equal(0.15, cooling.Height / site.Height, 6);
        Assert.Equal(layout.Nodes.Length - 1, layout.Bands.Length);
    }

    // A meter's name may say what stands above it, as in "below>above".
    static FacilityEvidence Evidence(params (string Meter, MeterRole Role, int WattHours)[] meters)
    {
        var entries = meters.Select(meter => (Entry: Entry(meter.Meter.Split('>'), meter.Role), meter.WattHours)).ToList();
        return new(
            new(Site, CityCode.Parse("NJ"), new("一号", "One"), [], [], null), Day, Day.Period.To, [],
            [(Day.Period, new MeterBoundary(Site, [.. entries.Select(each => each.Entry)]))],
            [.. entries.Select(each => new MeterEvidence(each.Entry, null, null, new(each.WattHours), Energy.Zero, [96, 0, 0, 0, 0], null, []))],
            [], [], null, null);
    }

    static RegisteredMeter Entry(string[] name, MeterRole role) => new(
        Site, name[0], role, MeterCarrier.Electricity, name is [_, var parent] ? parent : null, null, null, 1_000, 1, null, 0.5, null, null, null, false,
        new(2026, 1, 1), null);
}
