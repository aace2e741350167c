using DcOps.Simulator.Devices;
using DcOps.Simulator.Faults;
using DcOps.Simulator.Model;
using DcOps.Simulator.Sites;
using DcOps.Simulator.Tests.Model;
using DcOps.Testing;

namespace DcOps.Simulator.Tests.Faults;

public sealed class ScenarioTests
{
    const string Cloud = "NJ-01";
    const string Training = "SZ-01";

    [Fact]
    public void An_open_breaker_takes_the_current_of_its_feed_and_gives_it_to_the_other()
    {
        var played = new Played(facilities: 1, racks: 60);
        played.Pass(TimeSpan.FromSeconds(5));
        var panels = new[] { "panel-r01-a", "panel-r01-b" }.Select(name => played.Device<PanelDevice>(Cloud, name)).ToArray();
        var before = panels.Select(panel => panel.Measured.Breakers[1]).ToArray();

        played.Faults.Put(new(FaultKind.Trip, "NJ-01/R01/B", null, Feed.A, null));
        played.Pass(TimeSpan.FromSeconds(1));

        var after = panels.Select(panel => panel.Measured.Breakers[1]).ToArray();
        Assert.Equal((true, 0.0), (after[0].IsOpen, after[0].Amperes));
        Assert.False(after[1].IsOpen);
        Assert.InRange(after[1].Watts, (before[0].Watts + before[1].Watts) * 0.99, (before[0].Watts + before[1].Watts) * 1.01);
        Assert.All(panels, panel => Assert.False(panel.Measured.Breakers[0].IsOpen));
        Assert.True(played.Device<RackPduDevice>("NJ-01/R01/B07", "pdu-a").IsSilent);
        Assert.False(played.Device<RackPduDevice>("NJ-01/R01/B07", "pdu-b").IsSilent);
    }

    [Fact]
    public void A_stopped_air_handler_warms_its_row_over_minutes_and_no_other_row()
    {
        var played = new Played(facilities: 1, racks: 60);
        played.Pass(TimeSpan.FromSeconds(5));
        var (own, other) = (played.Device<AirSensorDevice>("NJ-01/R01/B01", "env"), played.Device<AirSensorDevice>("NJ-01/R01/A01", "env"));
        var (before, beside) = (own.Measured.Celsius, other.Measured.Celsius);

        played.Faults.Put(new(FaultKind.Cooling, "NJ-01/R01/B", null, null, null));
        played.Pass(TimeSpan.FromSeconds(10));
        var soon = own.Measured.Celsius;
        played.Pass(TimeSpan.FromMinutes(4));
        var later = own.Measured.Celsius;
        var handler = played.Device<CrahDevice>(Cloud, "crah-r01-b").Measured;
        played.Faults.Clear(null);
        played.Pass(TimeSpan.FromMinutes(30));

        Assert.InRange(soon, before - 0.5, before + 1.5);
        Assert.InRange(later, before + 4, before + 18);
        Assert.InRange(other.Measured.Celsius, beside - 1, beside + 1);
        Assert.Equal((true, 0.0), (handler.IsStopped, handler.FanShare));
        Assert.InRange(own.Measured.Celsius, before - 1, before + 1);
    }

    [Fact]
    public void Without_its_input_the_ups_lives_on_its_battery_and_the_balance_closes()
    {
        var played = new Played(facilities: 1, racks: 60);
        played.Pass(TimeSpan.FromSeconds(5));
        var site = played.Province.Facilities[0];
        var ups = played.Device<UpsDevice>(Cloud, "ups-1");
        var full = ups.Measured.MinutesLeft;

        played.Faults.Put(new(FaultKind.Battery, Cloud, null, null, null));
        played.Pass(TimeSpan.FromMinutes(3));
        var (power, measure) = (site.Power, ups.Measured);
        played.Faults.Clear(null);
        played.Pass(TimeSpan.FromSeconds(2));

        Assert.Equal(0, power.UpsInput);
        Assert.Equal(power.Cooling + power.House + power.TransformerLoss, power.Utility);
        Assert.True(measure.IsOnBattery);
        Assert.Equal(180, measure.SecondsOnBattery);
        Assert.InRange(measure.MinutesLeft, full - 3.2, full - 2.8);
        Assert.Equal(0, ups.InputVolts(measure, 1));
        Assert.False(ups.Measured.IsOnBattery);
        Assert.True(site.Power.UpsInput > site.Power.UpsOutput + site.Power.UpsLoss);
    }

    [Fact]
    public void An_empty_battery_leaves_the_load_to_the_bypass()
    {
        var played = new Played(facilities: 1, racks: 60);
        played.Faults.Put(new(FaultKind.Battery, Cloud, null, null, null));
        played.Pass(TimeSpan.FromHours(3));

        var measure = played.Device<UpsDevice>(Cloud, "ups-1").Measured;
        Assert.InRange(measure.Charge, 0, 0.001);
        Assert.True(played.Province.Facilities[0].Power.ItInput > 0);
    }

    [Fact]
    public void A_flapping_sensor_crosses_its_limit_every_half_period()
    {
        var played = new Played(facilities: 1, racks: 60);
        var sensor = played.Device<AirSensorDevice>("NJ-01/R01/A01", "env");
        played.Faults.Put(new(FaultKind.Flap, "NJ-01/R01/A01", "env", null, null, TimeSpan.FromSeconds(40)));

        var shown = Enumerable.Range(0, 4).Select(_ =>
        {
            var celsius = sensor.Measured.Celsius;
            played.Pass(TimeSpan.FromSeconds(20));
            return celsius;
        });

        Assert.Equal([29.0, 25.0, 29.0, 25.0], shown);
    }

    [Fact]
    public void A_scenario_meets_the_same_things_whenever_the_seed_is_the_same()
    {
        foreach (var name in ScenarioBook.Names)
        {
            var first = ScenarioBook.Of(new(name, Training, null), new Played().Province);
            Assert.Equal(first, ScenarioBook.Of(new(name, Training, null), new Played().Province));
            Assert.NotEmpty(first);
        }
    }

    [Fact]
    public void Every_scenario_can_be_put_in_and_says_what_it_really_broke()
    {
        foreach (var name in ScenarioBook.Names)
        {
            var played = new Played();
            List<DcOps.Domain.Csv.CsvFault> none = [];
            var graph = DcOps.Domain.PowerChain.ChainImport.FromCsv(ChainTable.File, ChainTable.Of(played.Province.Plan), none)!;
            foreach (var fault in ScenarioBook.Of(new(name, Training, TimeSpan.FromMinutes(1)), played.Province))
                played.Faults.Put(fault);

            var known = played.Journal.All;
            Assert.NotEmpty(known);
            Assert.All(known, thing => Assert.NotNull(graph.Find(Domain.Topology.FacilityId.Parse(thing.Facility), thing.Node)));
            Assert.All(known, thing => Assert.Equal(thing.From.AddMinutes(1), thing.Until));
            played.Pass(TimeSpan.FromMinutes(2));
            Assert.Empty(played.Faults.Standing);
        }
    }

    [Fact]
    public void The_racks_behind_what_broke_are_those_that_the_chain_names()
    {
        var played = new Played(facilities: 1, racks: 60);
        played.Faults.Put(new(FaultKind.Trip, "NJ-01/R01/B", null, Feed.B, null));

        var thing = Assert.Single(played.Journal.All);
        Assert.Equal("panel-r01-b/breaker-2", thing.Node);
        Assert.Equal(20, thing.Racks.Length);
        Assert.All(thing.Racks, rack => Assert.StartsWith("NJ-01/R01/B", rack, StringComparison.Ordinal));
        Assert.Null(thing.Until);
    }

    [Fact]
    public void What_broke_is_a_table_that_says_when_it_ended()
    {
        using var folder = new ScratchFolder();
        var played = new Played(facilities: 1, racks: 60);
        var journal = new FaultJournal(played.Province, folder.Of(FaultJournal.File));
        var board = new FaultBoard(played.Province, played.Devices, played.Time, journal);
        var fault = board.Put(new(FaultKind.Wan, Cloud, null, null, null));
        played.Time.Advance(TimeSpan.FromMinutes(2));
        board.Clear(fault.Id);

        var lines = File.ReadAllLines(folder.Of(FaultJournal.File));
        Assert.Equal("fault,kind,facility,node,from,until,racks", lines[0]);
        Assert.StartsWith("1,wan,NJ-01,router-1,2026-11-22T15:00:00.0000000+00:00,2026-11-22T15:02:00.0000000+00:00,NJ-01/R01/A01;", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_scenario_without_its_thing_is_refused_with_the_reason() =>
        Assert.Contains("air alone", Assert.Throws<FaultRefusedException>(
            () => ScenarioBook.Of(new("leak", Cloud, null), new Played().Province)).Message, StringComparison.Ordinal);
}
