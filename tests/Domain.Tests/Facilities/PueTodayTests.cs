using DcOps.Domain.Facilities;
using DcOps.Domain.Kpis;
using DcOps.Domain.Topology;

namespace DcOps.Domain.Tests.Facilities;

/// <summary>The running day's PUE, from the first paired minute on.</summary>
public sealed class PueTodayTests
{
    readonly FacilityScene _scene = new(("utility-1", MeterRole.UtilityEntrance), ("ups-1", MeterRole.UpsOutput));

    [Fact]
    public void Has_no_value_before_both_sides_have_a_minute()
    {
        Run(0, 30);

        var figure = _scene.State.Snapshot(FacilityScene.At(31)).PueToday[0];

        Assert.Null(figure.Value);
        Assert.Equal((EvidenceGrade.Insufficient, 0), (figure.Grade, figure.Revision));
        Assert.Equal(figure.From, figure.To);
    }

    [Fact]
    public void Begins_on_the_first_day_with_the_first_paired_minute()
    {
        // The utility meter is read from the start, the UPS two minutes later.
        for (var second = 20; second <= 140; second += 10)
            _scene.Poll("utility-1", 130, second);
        Run(140, 420);

        var figure = _scene.State.Snapshot(FacilityScene.At(425)).PueToday[0];

        Assert.Equal(1.3, figure.Value!.Value.Value, 3);
        Assert.Equal((FacilityScene.At(180), FacilityScene.At(420)), (figure.From, figure.To));
        Assert.Equal((1.0, EvidenceGrade.Compliance), (figure.Completeness.Value, figure.Grade));
        Assert.Equal((PueCategory.Category1, 4 * 130_000 / 60), (figure.Category, figure.FacilityEnergy.WattHours));
    }

    [Theory]
    [InlineData(2_400, 420)]
    [InlineData(2_700, 900)]
    [InlineData(5_400, 900)]
    public void Begins_with_the_first_whole_interval_once_single_minutes_are_gone(int now, int from)
    {
        Run(420, 600);
        _scene.State.Snapshot(FacilityScene.At(601));
        Run(610, now - 1);

        var figure = _scene.State.Snapshot(FacilityScene.At(now)).PueToday[0];

        Assert.Equal((FacilityScene.At(from), 1.0), (figure.From, figure.Completeness.Value));
        Assert.Equal(1.3, figure.Value!.Value.Value, 3);
    }

    [Fact]
    public void Sums_closed_intervals_and_the_minutes_of_the_open_one()
    {
        Run(0, 120);
        _scene.State.Snapshot(FacilityScene.At(121));
        Run(130, 2_100);

        var figure = _scene.State.Snapshot(FacilityScene.At(2_101)).PueToday[0];

        Assert.Equal((FacilityScene.At(0), FacilityScene.At(2_100)), (figure.From, figure.To));
        Assert.InRange(figure.FacilityEnergy.WattHours, (35 * 130_000 / 60) - 1, (35 * 130_000 / 60) + 1);
        Assert.InRange(figure.ItEnergy.WattHours, (35 * 100_000 / 60) - 1, (35 * 100_000 / 60) + 1);
        Assert.Equal(1.3, figure.Value!.Value.Value, 4);
    }

    [Fact]
    public void Waits_for_a_side_that_is_late_before_it_calls_its_minutes_missing()
    {
        Run(0, 600);
        for (var second = 610; second <= 780; second += 10)
            _scene.Poll("utility-1", 130, second);

        var soon = _scene.State.Snapshot(FacilityScene.At(781)).PueToday[0];
        for (var second = 790; second <= 1_200; second += 10)
            _scene.Poll("utility-1", 130, second);
        var later = _scene.State.Snapshot(FacilityScene.At(1_201)).PueToday[0];

        Assert.Equal((FacilityScene.At(600), 1.0), (soon.To, soon.Completeness.Value));
        Assert.Equal((FacilityScene.At(1_200), 0.5), (later.To, later.Completeness.Value));
        Assert.Equal(1.3, later.Value!.Value.Value, 4);
    }

    [Fact]
    public void Is_made_whole_when_the_late_side_arrives()
    {
        Run(0, 600);
        for (var second = 610; second <= 1_500; second += 10)
            _scene.Poll("utility-1", 130, second);

        _scene.Poll("ups-1", 100, 1_500);
        var figure = _scene.State.Snapshot(FacilityScene.At(1_501)).PueToday[0];

        Assert.Equal((FacilityScene.At(1_500), 1.0), (figure.To, figure.Completeness.Value));
        Assert.Equal(1.3, figure.Value!.Value.Value, 4);
    }

    [Fact]
    public void Begins_anew_at_local_midnight()
    {
        // Local midnight is 16:00 UTC: six hours after the start.
        const double midnight = 6 * 3_600;
        Run(midnight - 1_800, midnight - 10);
        var before = _scene.State.Snapshot(FacilityScene.At(midnight - 1)).PueToday[0];

        Run(midnight, midnight + 1_200);
        var after = _scene.State.Snapshot(FacilityScene.At(midnight + 1_201)).PueToday[0];

        Assert.Equal(FacilityScene.At(midnight - 1_800), before.From);
        Assert.Equal((FacilityScene.At(midnight), FacilityScene.At(midnight + 1_200)), (after.From, after.To));
        Assert.Equal(1.3, after.Value!.Value.Value, 4);
    }

    [Fact]
    public void Counts_from_midnight_on_the_second_day_even_if_nothing_was_read_then()
    {
        const double midnight = 6 * 3_600;
        Run(0, 600);
        var restored = FacilityState.Restore(_scene.Facility, Serialized.Copy(_scene.State.Save()));
        _scene.State = restored;

        var figure = _scene.State.Snapshot(FacilityScene.At(midnight + 3_600)).PueToday[0];

        Assert.Null(figure.Value);
        Assert.Equal(FacilityScene.At(midnight), figure.From);
    }

    [Fact]
    public void Has_category_3_once_every_rack_is_metered()
    {
        Run(0, 120);
        _scene.PollRack(0, 60, 0);
        Assert.Equal([PueCategory.Category1], _scene.State.Snapshot(FacilityScene.At(121)).PueToday.Select(figure => figure.Category));

        for (var second = 120; second <= 600; second += 10)
        {
            _scene.PollRack(0, 60, second);
            _scene.PollRack(1, 38, second);
        }

        Run(130, 600);
        var figures = _scene.State.Snapshot(FacilityScene.At(605)).PueToday;

        Assert.Equal([PueCategory.Category1, PueCategory.Category3], figures.Select(figure => figure.Category));
        Assert.Equal(130.0 / 98, figures[1].Value!.Value.Value, 3);
        Assert.Equal((FacilityScene.At(120), FacilityScene.At(600)), (figures[1].From, figures[1].To));
    }

    void Run(double from, double to)
    {
        for (var second = from; second <= to; second += 10)
        {
            _scene.Poll("utility-1", 130, second);
            _scene.Poll("ups-1", 100, second);
        }
    }
}
