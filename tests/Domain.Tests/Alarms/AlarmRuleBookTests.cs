using DcOps.Domain.Alarms;
using DcOps.Domain.Alarms.Rules;
using DcOps.Domain.Configuration;

namespace DcOps.Domain.Tests.Alarms;

public sealed class AlarmRuleBookTests
{
    [Fact]
    public void A_users_rule_is_read_and_takes_the_place_of_the_shipped_one()
    {
        var own = AlarmRuleBook.Parse("own.json", """
            {
              "overload": [{ "id": "overload", "priority": "major", "share": 0.7 }], // stricter here
            }
            """);

        var book = new AlarmRuleBook(AlarmRuleBook.Shipped.Rules.Concat(own));

        Assert.Equal(0.7, Assert.IsType<OverloadRule>(book.Of("overload")).Share);
        Assert.Equal(AlarmRuleBook.Shipped.Rules.Length, book.Rules.Length);
    }

    [Theory]
    [InlineData("""{ "limits": [] }""", "own.json:1: limits: is not a known section")]
    [InlineData("""{ "limit": [{ "id": "x1", "priority": "major", "quantity": "voltage", "high": 5, "deadband": 1, "hi": 3 }] }""",
        "own.json:1: limit[0].hi: 'hi' is not a known key here")]
    [InlineData("""{ "limit": [{ "id": "x1", "priority": "major", "quantity": "voltage", "deadband": 1 }] }""",
        "own.json:1: limit[0].high: has neither 'high' nor 'low'")]
    [InlineData("{ \"limit\": [\n{ \"id\": \"x1\", \"priority\": \"loud\", \"quantity\": \"voltage\", \"high\": 5, \"deadband\": 1 }] }",
        "own.json:2: limit[0].priority: must be one of advisory, minor, major, critical")]
    [InlineData("{ \"leak\": [{ \"id\": \"x1\", \"priority\": \"major\" },\n { \"id\": \"x1\", \"priority\": \"major\" }] }",
        "own.json:2: leak[1].id: 'x1' is the id of leak[0].id already")]
    [InlineData("""{ "leak": [{ "id": "x1", "priority": "major", "where": { "locations": ["nj"] } }] }""",
        "own.json:1: leak[0].where.locations: has 'nj', which is neither a facility nor a room nor a rack")]
    [InlineData("""{ "leak": [{ "id": "x1", "priority": "major", "source": "me" }] }""",
        "own.json:1: leak[0].source: 'source' is answered by the rule itself")]
    [InlineData("""{ "leak": [{ "id": "x1", "priority": "major", "onDelay": "25:00:00" }] }""", "own.json:1: leak[0].onDelay: must be")]
    [InlineData("""{ "overload": [{ "id": "x1", "priority": "major", "share": 0.9, "urgentShare": 0.8 }] }""",
        "own.json:1: overload[0].urgentShare: must be above 'share'")]
    public void A_fault_names_file_line_and_key(string text, string expected)
    {
        var fault = Assert.Throws<ConfigurationException>(() => AlarmRuleBook.Parse("own.json", text));

        Assert.StartsWith(expected, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_a_rule_holds_is_decided_by_whole_parts_of_a_path()
    {
        var scope = new AlarmScope { Locations = ["NJ-01/R01"], Except = ["NJ-01/R01/A07"] };

        Assert.True(scope.Covers(Topology("NJ-01/R01/A08")));
        Assert.False(scope.Covers(Topology("NJ-01/R01/A07")));
        Assert.False(scope.Covers(Topology("NJ-01/R011/A08")));
        Assert.False(scope.Covers(Topology("NJ-01")));

        static Domain.Topology.Location Topology(string path) => Domain.Topology.Location.Parse(path);
    }

    [Fact]
    public void A_dry_run_says_how_often_a_rule_would_have_fired_last_month()
    {
        var scene = new AlarmScene(onSeconds: 300, offSeconds: 300);
        var series = Enumerable.Range(0, 30 * 24 * 60).Select(minute =>
        {
            // Every day at noon the inlet is hot for half an hour; each tenth minute is missing.
            var isNoon = minute % 1_440 is >= 720 and < 750;
            double? celsius = minute % 10 == 9 ? null : isNoon ? 29 : 23;
            var at = AlarmScene.Start.AddMinutes(minute);
            return (at, new PointView(AlarmScene.Rack, new(AlarmScene.Inlet, celsius, at, default), null));
        });

        var run = DryRun.Of(scene.Rule, scene.Key, series);

        Assert.Equal(30, run.Fired);
        Assert.Equal(43_200, run.Samples);
        Assert.Equal(4_320, run.Missing);
        Assert.False(run.IsFlapping);
        Assert.All(run.Occurrences, each => Assert.NotNull(each.Until));
        Assert.InRange(run.Abnormal, TimeSpan.FromMinutes(30 * 25), TimeSpan.FromMinutes(30 * 35));
    }

    [Fact]
    public void The_expected_band_comes_from_like_moments_alone()
    {
        var alike = Enumerable.Range(0, 41).Select(number => new Moment(3_000 + (number - 20), 0.5, 14, 30));
        var unlike = Enumerable.Range(0, 100).Select(number => new Moment(9_000, 0.9, 3, 5));

        var band = ExpectedBand.Of(alike.Concat(unlike), new Moment(0, 0.52, 15, 31), Likeness.Usual, resolution: 10)!.Value;

        Assert.Equal(41, band.Samples);
        Assert.Equal(3_000, band.Median);
        // Median deviation 10, times 1.4826, times 4.
        Assert.Equal(3_000 + 59.304, band.High, 6);
        Assert.Null(ExpectedBand.Of(unlike, new Moment(0, 0.5, 14, 30), Likeness.Usual, 10));
    }

    [Fact]
    public void A_year_is_forecast_from_what_went_and_from_what_was_left_last_year()
    {
        var forecast = PueForecast.Of(
            facility: new(6_500), it: new(5_000), facilityLastYear: new(6_000), itLastYear: new(5_000), facilityLeft: new(6_000),
            itLeft: new(5_000), limit: 1.3, "gb-40879 grade-2");

        // This year 1.30 against 1.20: what is left, 1.20 last year, is expected at 1.30.
        Assert.Equal(1.30, forecast.Expected!.Value, 12);
        Assert.Equal((6_500 + (5_000 * 1.27)) / 10_000, forecast.Low!.Value, 12);
        Assert.Null(PueForecast.Of(new(1), new(0), new(1), new(1), new(1), new(1), 1.3, "x").Expected);
    }
}
