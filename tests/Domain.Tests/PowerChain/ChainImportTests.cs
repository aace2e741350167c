using DcOps.Domain.Configuration;
using DcOps.Domain.Csv;
using DcOps.Domain.PowerChain;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;

namespace DcOps.Domain.Tests.PowerChain;

public sealed class ChainImportTests
{
    const string Header =
        "facility,id,class,name,location,device,part,phase,powered-by,cooled-by,reports-through,rated-kilowatts,rated-amperes,derating\n";

    static readonly FacilityId Site = FacilityId.Parse("NJ-01");

    [Fact]
    public void Json_and_table_give_the_same_graph()
    {
        var json = ChainImport.FromJson("chain.json", """
            {
              "chain": [
                { "facility": "NJ-01", "id": "ups-1", "class": "ups", "device": "ups-1", "ratedKilowatts": 400 },
                {
                  "facility": "NJ-01", "id": "b-1", "class": "breaker", "device": "panel-1", "part": "breaker-1", "ratedAmperes": 63,
                  "derating": 0.8, "poweredBy": ["ups-1"],
                },
              ],
            }
            """);
        var table = ChainImport.FromCsv(
            "chain.csv", Header + "NJ-01,ups-1,ups,,,ups-1,,,,,,400,,\nNJ-01,b-1,breaker,,,panel-1,breaker-1,,ups-1,,,,63,0.8\n", [])!;

        Assert.Equal(json.Nodes.AsEnumerable(), table.Nodes);
        Assert.Equal(json.Needs(1).AsEnumerable(), table.Needs(1));
        var point = new PointId("panel-1", PartKind.Breaker, 1, Quantity.Current);
        Assert.Equal(63, table.Equipment().Of(Location.PlantOf(Site), point)!.RatedAmperes);
    }

    [Theory]
    [InlineData("NJ-01,a,ups,,,,,,b,,,,,\n", "chain.csv:2: powered-by: names 'b', which is no node of NJ-01.")]
    [InlineData("NJ-01,a,ups,,,,,,,,,,,\nNJ-01,a,ups,,,,,,,,,,,\n", "chain.csv:3: id: 'a' is there twice in NJ-01; an id is its own.")]
    [InlineData("NJ-01,a,breaker,,,,,,,,,,,\n", "chain.csv:2: rated-amperes: is missing; a breaker is declared with its rating.")]
    [InlineData("NJ-01,a,outlet,,,,,,,,,,,\nNJ-01,b,transformer,,,,,,a,,,,,\n", "chain.csv:3: powered-by: names 'a': a outlet does not power a transformer.")]
    [InlineData("NJ-01,a,sensor,,,,,,,,,,,\nNJ-01,b,ups,,,,,,a,,,,,\n", "chain.csv:3: powered-by: names 'a': a sensor powers nothing.")]
    [InlineData("NJ-01,a,ups,,,,,,b,,,,,\nNJ-01,b,panel,,,,,,a,,,,,\n", "chain.csv:2: needs itself: a ← b ← a.")]
    [InlineData("NJ-01,a,rack,,,,,,,,,,,\n", "chain.csv:2: location: is missing; a rack is declared with its location.")]
    [InlineData("NJ-01,a,ups,,SZ-01,u,,,,,,,,\n", "chain.csv:2: location: 'SZ-01' lies in another facility than NJ-01.")]
    [InlineData("NJ-01,a,ups,,,u,fuse,,,,,,,\n", "chain.csv:2: part: 'fuse' is not a part of the form kind-number, as in breaker-12.")]
    [InlineData("NJ-01,a,ups,,,u,,,,,,,,\nNJ-01,b,ups,,,u,,,,,,,,\n", "chain.csv:3: device: NJ-01|u is a already; a point belongs to one node.")]
    [InlineData("NJ-01,a,ups,,,,,,,,,0,,\n", "chain.csv:2: rated-kilowatts: is '0'; write a number above zero, with a point.")]
    public void A_fault_names_line_and_column(string rows, string expected)
    {
        var faults = new List<CsvFault>();

        Assert.Null(ChainImport.FromCsv("chain.csv", Header + rows, faults));

        Assert.Equal(expected, faults[0].ToString());
    }

    [Fact]
    public void A_fault_of_json_names_line_and_key()
    {
        var fault = Assert.Throws<ConfigurationException>(() => ChainImport.FromJson("chain.json", """
            { "chain": [
              { "facility": "NJ-01", "id": "a", "class": "ups", "poweredBy": ["grid"] } ] }
            """));

        Assert.Equal("chain.json:2: chain[0].poweredBy: names 'grid', which is no node of NJ-01.", fault.Message);
    }

    [Fact]
    public void A_symptom_is_explained_through_what_powers_its_cooling()
    {
        var graph = Alarms.Incidents.MadeSite.Graph;
        var rack = graph.Find(Site, "b1-3/sensor-1")!.Value;

        var upstream = graph.Upstream(rack, Dependency.Cooling).Select(reach => (graph.Nodes[reach.Place].Id, reach.Kind));

        Assert.Equal(
            [
                ("b1-3/sensor-1", Dependency.Cooling), ("crah-0", Dependency.Cooling), ("panel-0", Dependency.Power),
                ("ups-1", Dependency.Power), ("grid", Dependency.Power),
            ],
            upstream);
    }
}
