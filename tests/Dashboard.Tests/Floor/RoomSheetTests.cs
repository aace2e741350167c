using DcOps.Dashboard.Live;
using DcOps.Dashboard.Live.Sheets;
using DcOps.Dashboard.Localization;
using DcOps.Domain.Alarms.Rules;
using DcOps.Domain.Racks;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;
using Microsoft.Extensions.DependencyInjection;

namespace DcOps.Dashboard.Tests.Floor;

public sealed class RoomSheetTests : IDisposable
{
    static readonly DateTimeOffset Now = new(2026, 11, 23, 4, 0, 0, TimeSpan.Zero);

    readonly PageContext _page = new("en");

    [Theory]
    [InlineData(17.9, "cold")]
    [InlineData(18.0, "")]
    [InlineData(27.0, "")]
    [InlineData(27.1, "warm")]
    [InlineData(32.1, "critical")]
    public void An_inlet_is_drawn_by_the_limits_of_the_rule_that_raises_its_alarm(double celsius, string state)
    {
        var cell = Sheet(FloorMetric.Inlet, Rack(1, inlet: celsius))["plan-A01"];

        Assert.Equal(state, cell.State);
        Assert.Equal(celsius.ToString("N1", System.Globalization.CultureInfo.InvariantCulture), cell.Text);
    }

    [Fact]
    public void A_rack_without_a_sensor_is_not_one_that_fell_silent()
    {
        var sheet = Sheet(FloorMetric.Inlet, Rack(1, inlet: null), Rack(2, inlet: null, Freshness.Stale), Rack(3, inlet: null, Freshness.NeverSeen));

        Assert.Equal(["absent", "missing", "missing"], new[] { "plan-A01", "plan-A02", "plan-A03" }.Select(key => sheet[key].State));
        Assert.Equal("missing", sheet["room-hottest"].State);
    }

    [Theory]
    [InlineData(0.0, "level-0")]
    [InlineData(4.1, "level-2")]
    [InlineData(8.0, "level-4")]
    [InlineData(8.1, "warm")]
    public void A_load_is_grey_until_it_is_more_than_granted(double kilowatts, string state) =>
        Assert.Equal(state, Sheet(FloorMetric.Load, Rack(1, 22) with { Power = Power.FromKilowatts(kilowatts) })["plan-A01"].State);

    [Fact]
    public void Sums_are_of_live_racks_only()
    {
        var sheet = Sheet(FloorMetric.Power, Rack(1, 21), Rack(2, 25.5), Rack(3, null, Freshness.Stale) with { Power = null });

        Assert.Equal(("8.00 kW", "25.5 ℃", "2", "3"), (sheet["room-power"].Text, sheet["room-hottest"].Text, sheet["room-live"].Text, sheet["room-total"].Text));
        Assert.Equal("50.0 %", sheet["room-load"].Text);
    }

    [Theory]
    [InlineData("room/NJ-01/R01/Inlet", true)]
    [InlineData("room/NJ-01/R01/Colour", false)]
    [InlineData("room/NJ-01/R01", false)]
    [InlineData("room/NJ-01", false)]
    [InlineData("room/NJ-01/R01/A01/Load", false)]
    [InlineData("room//Load", false)]
    [InlineData("room/", false)]
    public void A_stream_of_a_plan_names_a_room_and_what_it_shows(string path, bool isOne) =>
        Assert.Equal(isOne, LivePaths.Plan(path) is not null);

    public void Dispose() => _page.Dispose();

    Sheet Sheet(FloorMetric metric, params RackSummary[] racks) =>
        RoomSheet.Of([.. racks], metric, InletBands.Of(AlarmRuleBook.Shipped), _page.Services.GetRequiredService<Wording>(), Now);

    static RackSummary Rack(int number, double? inlet, Freshness freshness = Freshness.Live) => new(
        new RackId(RoomId.Parse("NJ-01/R01"), $"A{number:00}"), freshness, ConditionCode.Ok, Power.FromKilowatts(4), Power.FromKilowatts(8),
        inlet is { } celsius ? new Temperature(celsius) : null, Now);
}
