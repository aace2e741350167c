using DcOps.Domain.Alarms;
using DcOps.Domain.Alarms.Kpis;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;

namespace DcOps.Domain.Tests.Alarms;

/// <summary>The figures of the alarm system against the vectors of ISA-18.2 and EEMUA 191.</summary>
public sealed class AlarmKpiVectorTests
{
    static readonly DateTimeOffset Start = AlarmScene.Start;

    [Fact]
    [Trait("Vector", "A01")]
    public void A01_three_activations_within_a_minute_are_chattering()
    {
        Assert.True(Chattering.IsIn([AlarmScene.At(0), AlarmScene.At(20), AlarmScene.At(50)]));
        Assert.False(Chattering.IsIn([AlarmScene.At(0), AlarmScene.At(40), AlarmScene.At(70)]));
    }

    [Fact]
    [Trait("Vector", "A02")]
    public void A02_a_flood_begins_above_ten_and_ends_below_five()
    {
        var flood = Assert.Single(AlarmFlood.Find([4, 12, 15, 7, 4, 2]));

        Assert.Equal(1, flood.FirstBin);
        Assert.Equal(TimeSpan.FromMinutes(30), flood.Duration);
    }

    [Fact]
    [Trait("Vector", "A05")]
    public void A05_the_rate_counts_consoles_and_ten_minutes()
    {
        var rate = new AlarmRate(180, Consoles: 2, TimeSpan.FromHours(24));

        Assert.Equal(3.75, rate.PerConsoleHour!.Value, 12);
        Assert.Equal(0.625, rate.PerTenMinutes!.Value, 12);
        Assert.True(rate.PerTenMinutes < AlarmRate.Acceptable);
    }

    [Fact]
    [Trait("Vector", "A06")]
    public void A06_the_share_of_overfull_bins()
    {
        var bins = new int[144];
        bins[3] = bins[70] = bins[71] = 11;

        Assert.Equal(2.08, AlarmFlood.OverfullShare(bins)!.Value * 100, 2);
    }

    [Fact]
    [Trait("Vector", "A07")]
    public void A07_the_ten_most_frequent_alarms_are_a_quarter_of_all()
    {
        int[] often = [10, 8, 6, 5, 4, 3, 3, 3, 2, 2];
        var journal = often.SelectMany((count, rack) => Enumerable.Range(0, count).Select(time => Raised(rack, time)))
            .Concat(Enumerable.Range(100, 134).Select(rack => Raised(rack, 0)));

        var report = AlarmReport.Of(journal, Start, Start.AddDays(1), consoles: 2);

        Assert.Equal(180, report.Rate.Annunciated);
        Assert.Equal(25.56, report.TopShare!.Value * 100, 2);
        Assert.Equal(10, report.Top[0].Count);
    }

    [Fact]
    [Trait("Vector", "A13")]
    public void A13_the_spread_over_the_priorities()
    {
        var spread = new PrioritySpread(Advisory: 0, Minor: 150, Major: 24, Critical: 6);

        Assert.Equal(83.33, spread.ShareOf(AlarmPriority.Minor)!.Value * 100, 2);
        Assert.Equal(13.33, spread.ShareOf(AlarmPriority.Major)!.Value * 100, 2);
        Assert.Equal(3.33, spread.ShareOf(AlarmPriority.Critical)!.Value * 100, 2);
    }

    [Fact]
    [Trait("Vector", "A14")]
    public void A14_the_mean_time_to_acknowledge()
    {
        int[] seconds = [30, 90, 240];
        var journal = seconds.SelectMany((after, rack) => new[] { Raised(rack, 0), Acknowledged(Raised(rack, 0), after) });

        var report = AlarmReport.Of(journal, Start, Start.AddDays(1), consoles: 1);

        Assert.Equal(TimeSpan.FromSeconds(120), report.MeanTimeToAcknowledge);
    }

    [Fact]
    public void Stale_fleeting_and_chattering_alarms_are_named()
    {
        AlarmTransition[] journal =
        [
            Raised(1, 0), Raised(2, 0), Returned(Raised(2, 0), 30),
            .. new[] { 0.1, 0.2, 0.3 }.SelectMany(minute => new[] { Raised(3, minute), Returned(Raised(3, minute), (minute * 60) + 2) }),
        ];

        var report = AlarmReport.Of(journal, Start, Start.AddHours(25), consoles: 1);

        Assert.Contains(Raised(1, 0).After.Key, report.Stale);
        Assert.Equal(4, report.Fleeting);
        Assert.Equal(Raised(3, 0).After.Key, Assert.Single(report.Chattering));
    }

    static AlarmTransition Raised(int rack, double minute)
    {
        var at = Start.AddMinutes(minute);
        var key = new AlarmKey(
            Location.Parse($"NJ-01/R01/A{rack}"), PointId.Total("pdu-a", Quantity.ActivePower), "feed-power-high");
        return AlarmSignals.Raise(
            Alarm.Normal(key, AlarmPriority.Minor, at), AlarmPriority.Minor, at, at, 1, AlarmText.Of("alarm.limit.high"), at);
    }

    static AlarmTransition Returned(AlarmTransition raised, double seconds) =>
        AlarmSignals.Return(raised.After, isLatching: false, Start.AddSeconds(seconds), Start.AddSeconds(seconds));

    static AlarmTransition Acknowledged(AlarmTransition raised, int seconds) => Assert.IsType<AlarmDecision.Taken>(
        AlarmCommands.Decide(raised.After, new AlarmCommand.Acknowledge(), "li", Start.AddSeconds(seconds))).Transition;
}
