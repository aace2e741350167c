using DcOps.Domain.Alarms;
using DcOps.Domain.Alarms.Work;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;

namespace DcOps.Domain.Tests.Alarms.Work;

public sealed class BulkAndHandOverTests
{
    [Fact]
    public void A_preview_says_what_would_be_taken_and_why_the_rest_is_not()
    {
        Alarm[] alarms =
        [
            Standing(1, AlarmPriority.Major), Standing(2, AlarmPriority.Critical), Standing(3, AlarmPriority.Minor) with { Holds = AlarmHolds.Shelved },
        ];

        var preview = BulkPreview.Of(alarms, new AlarmCommand.Shelve("work on the row", AlarmScene.At(3_600), "wang"), "li", AlarmScene.At(10));

        Assert.Equal((1, 2, 0), (preview.Taken, preview.Refused, preview.Critical));
        Assert.Equal(AlarmState.Shelved, preview.Lines[0].To);
        Assert.Equal("refusal.bulk-critical", preview.Lines[1].Refused!.Id);
        Assert.Equal("refusal.shelve", preview.Lines[2].Refused!.Id);
    }

    [Fact]
    public void A_preview_of_an_acknowledgement_counts_the_critical_ones()
    {
        var preview = BulkPreview.Of(
            [Standing(1, AlarmPriority.Critical), Standing(2, AlarmPriority.Minor)], new AlarmCommand.Acknowledge(), "li", AlarmScene.At(10));

        Assert.Equal((2, 1), (preview.Taken, preview.Critical));
    }

    [Fact]
    public void A_hand_over_lists_what_the_next_operator_must_know()
    {
        var now = AlarmScene.At(10 * 3_600);
        var stuck = Standing(2, AlarmPriority.Major) with { Standing = AlarmState.Acknowledged };
        var fresh = Standing(3, AlarmPriority.Major) with { Standing = AlarmState.Acknowledged, ChangedAt = now.AddMinutes(-5) };
        var shelved = Standing(4, AlarmPriority.Minor) with { Holds = AlarmHolds.Shelved, Standing = AlarmState.Normal };
        var blind = Standing(5, AlarmPriority.Critical) with { IsDataMissing = true };

        var handOver = HandOver.Of([Standing(1, AlarmPriority.Minor), stuck, fresh, shelved, blind], now);

        Assert.Equal([blind.Key, Standing(1, AlarmPriority.Minor).Key], handOver.Open.Select(alarm => alarm.Key));
        Assert.Equal(stuck, Assert.Single(handOver.WithoutProgress));
        Assert.Equal(fresh, Assert.Single(handOver.InWork));
        Assert.True(HandOver.IsForgotten(Assert.Single(handOver.Shelved), now));
        Assert.Equal(blind, Assert.Single(handOver.WithoutData));
    }

    [Fact]
    public void A_storm_begins_above_ten_a_second_and_ends_when_a_minute_was_calm()
    {
        var storm = new StormWatch();
        for (var second = 0; second < 5; second++)
            Assert.False(storm.Note(10, AlarmScene.At(second)));

        Assert.False(storm.Note(50, AlarmScene.At(5)));
        Assert.True(storm.Note(1, AlarmScene.At(6)));
        Assert.True(storm.IsStorm);
        Assert.Equal(AlarmScene.At(6), storm.Since);
        Assert.False(storm.Note(0, AlarmScene.At(60)));
        Assert.True(storm.Note(0, AlarmScene.At(66)));
        Assert.False(storm.IsStorm);
    }

    static Alarm Standing(int rack, AlarmPriority priority)
    {
        var key = new AlarmKey(Location.Parse($"NJ-01/R01/A{rack}"), PointId.Total("pdu-a", Quantity.Current), "overload");
        return AlarmSignals.Raise(
            Alarm.Normal(key, priority, AlarmScene.Start), priority, AlarmScene.Start, AlarmScene.Start, 1, AlarmText.Of("alarm.overload"),
            AlarmScene.Start).After;
    }
}
