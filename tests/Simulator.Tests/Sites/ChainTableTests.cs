using DcOps.Domain.Csv;
using DcOps.Domain.PowerChain;
using DcOps.Domain.Topology;
using DcOps.Simulator.Layout;
using DcOps.Simulator.Sites;

namespace DcOps.Simulator.Tests.Sites;

public sealed class ChainTableTests
{
    static readonly ProvincePlan Plan = ProvinceGenerator.Generate(new(6, 240), seed: 7);
    static readonly DependencyGraph Graph = Read();

    [Fact]
    public void Every_rack_hangs_on_two_breakers_of_different_panels_and_on_an_air_handler()
    {
        foreach (var (place, rack) in Graph.Nodes.Index().Where(node => node.Item.Class == EquipmentClass.Rack))
        {
            var breakers = Upstream(place, Dependency.Power, EquipmentClass.Breaker);
            Assert.Equal(2, breakers.Length);
            Assert.NotEqual(breakers[0].Id.Split('/')[0], breakers[1].Id.Split('/')[0]);
            Assert.Contains(Upstream(place, Dependency.Cooling, EquipmentClass.CoolingUnit), unit => unit.Id.StartsWith("crah-", StringComparison.Ordinal));
            Assert.Contains(Upstream(place, Dependency.Power, EquipmentClass.UtilityFeed), feed => feed.Id == "utility-1");
        }

        Assert.Equal(240, Graph.Nodes.Count(node => node.Class == EquipmentClass.Rack));
    }

    [Fact]
    public void Behind_a_breaker_are_the_racks_of_its_row_and_no_others()
    {
        var site = Plan.Facilities[0];
        foreach (var row in RowPlan.Of(site))
        {
            var breaker = Graph.Find(site.Id, ChainNames.BreakerOf(row, 'a'))!.Value;
            var racks = Graph.Downstream(breaker, Dependency.Power).Select(place => Graph.Nodes[place].Rack).OfType<RackId>();
            Assert.Equal(row.Racks.Select(rack => site.Racks.ElementAt(rack).Id), racks.OrderBy(rack => rack.Value, StringComparer.Ordinal));
        }
    }

    [Fact]
    public void A_breaker_carries_its_whole_row_within_its_derating()
    {
        foreach (var row in Plan.Facilities.SelectMany(site => RowPlan.Of(site)))
            Assert.True(row.Provisioned.Watts / 3 / 230 <= row.BreakerAmperes * RowPlan.Derating);
    }

    [Fact]
    public void Every_device_that_is_read_belongs_to_a_node_and_reports_through_the_router()
    {
        foreach (var site in Plan.Facilities)
        {
            foreach (var device in site.Devices)
            {
                var place = Graph.Nodes.Index().Single(node => node.Item.Address is { } address
                    && address.Location == device.Location && address.Device == device.Name).Index;
                Assert.Contains(Graph.Upstream(place, Dependency.Data), reach => Graph.Nodes[reach.Place].Id == ChainNames.Router);
            }
        }
    }

    static ChainNode[] Upstream(int place, Dependency kind, EquipmentClass wanted) =>
        [.. Graph.Upstream(place, kind).Select(reach => Graph.Nodes[reach.Place]).Where(node => node.Class == wanted).Distinct()];

    static DependencyGraph Read()
    {
        List<CsvFault> faults = [];
        var graph = ChainImport.FromCsv(ChainTable.File, ChainTable.Of(Plan), faults);
        Assert.Empty(faults);
        return graph!;
    }
}
