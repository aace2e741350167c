using DcOps.Domain.Alarms;

namespace DcOps.Domain.Tests.Alarms;

/// <summary>The state machine against the vectors of ISA-18.2 / IEC 62682.</summary>
public sealed class StateVectorTests
{
    const double Hot = 28;
    const double Cool = 22;

    [Fact]
    [Trait("Vector", "A03")]
    public void A03_stays_abnormal_until_the_value_is_below_the_limit_less_the_deadband()
    {
        var scene = new AlarmScene();

        AlarmState[] states = [scene.Read(0, 26.9), scene.Read(10, 27.1), scene.Read(20, 26.8), scene.Read(30, 26.4)];

        Assert.Equal(
            [AlarmState.Normal, AlarmState.Unacknowledged, AlarmState.Unacknowledged, AlarmState.ReturnedUnacknowledged], states);
    }

    [Fact]
    [Trait("Vector", "A04")]
    public void A04_raises_after_the_on_delay_and_stays_until_the_off_delay()
    {
        var brief = new AlarmScene(onSeconds: 60, offSeconds: 120);
        var states = new List<AlarmState>();
        for (var second = 0; second <= 45; second += 15)
            states.Add(brief.Read(second, Hot));
        states.Add(brief.Read(60, Cool));

        Assert.All(states, state => Assert.Equal(AlarmState.Normal, state));

        var lasting = new AlarmScene(onSeconds: 60, offSeconds: 120);
        for (var second = 0; second <= 75; second += 15)
            lasting.Read(second, Hot);

        Assert.Equal(AlarmScene.At(60), lasting.Alarm!.RaisedAt);

        for (var second = 90; second <= 180; second += 15)
            Assert.Equal(AlarmState.Unacknowledged, lasting.Read(second, Cool));
    }

    [Fact]
    [Trait("Vector", "A08")]
    public void A08_acknowledge_and_return_in_either_order_lead_back_to_normal()
    {
        var first = new AlarmScene();
        Assert.Equal(AlarmState.Normal, first.State);
        Assert.Equal(AlarmState.Unacknowledged, first.Read(0, Hot));
        Assert.Equal(AlarmState.Acknowledged, first.Acknowledge(5));
        Assert.Equal(AlarmState.Normal, first.Read(10, Cool));

        var second = new AlarmScene();
        Assert.Equal(AlarmState.Unacknowledged, second.Read(0, Hot));
        Assert.Equal(AlarmState.ReturnedUnacknowledged, second.Read(10, Cool));
        Assert.Equal(AlarmState.Normal, second.Acknowledge(15));
    }

    [Fact]
    [Trait("Vector", "A09")]
    public void A09_a_latching_alarm_waits_for_its_reset()
    {
        var first = new AlarmScene(isLatching: true);
        Assert.Equal(AlarmState.Unacknowledged, first.Read(0, Hot));
        Assert.Equal(AlarmState.LatchedUnacknowledged, first.Read(10, Cool));
        Assert.Equal(AlarmState.LatchedAcknowledged, first.Acknowledge(15));
        Assert.IsType<AlarmDecision.Taken>(first.Do(20, new AlarmCommand.Reset()));
        Assert.Equal(AlarmState.Normal, first.State);

        var second = new AlarmScene(isLatching: true);
        Assert.Equal(AlarmState.Unacknowledged, second.Read(0, Hot));
        Assert.Equal(AlarmState.Acknowledged, second.Acknowledge(5));
        Assert.Equal(AlarmState.LatchedAcknowledged, second.Read(10, Cool));
        Assert.IsType<AlarmDecision.Taken>(second.Do(15, new AlarmCommand.Reset()));
        Assert.Equal(AlarmState.Normal, second.State);
    }

    [Fact]
    [Trait("Vector", "A10")]
    public void A10_a_condition_that_comes_back_before_it_was_seen_counts_as_another_occurrence()
    {
        var scene = new AlarmScene();

        AlarmState[] states = [scene.Read(0, Hot), scene.Read(10, Cool), scene.Read(20, Hot)];

        Assert.Equal([AlarmState.Unacknowledged, AlarmState.ReturnedUnacknowledged, AlarmState.Unacknowledged], states);
        Assert.Equal(2, scene.Alarm!.Occurrences);
        Assert.Equal(AlarmState.Acknowledged, scene.Acknowledge(25));
        Assert.Equal(AlarmState.Normal, scene.Read(30, Cool));
    }

    [Fact]
    [Trait("Vector", "A11")]
    public void A11_an_event_that_the_state_does_not_know_is_refused_and_changes_nothing()
    {
        var scene = new AlarmScene();

        var normal = Assert.IsType<AlarmDecision.Refused>(scene.Do(0, new AlarmCommand.Acknowledge()));
        scene.Read(10, Hot);
        scene.Acknowledge(15);
        var journalled = scene.Journal.Count;
        var acknowledged = Assert.IsType<AlarmDecision.Refused>(scene.Do(20, new AlarmCommand.Reset()));

        Assert.Equal("refusal.acknowledge", normal.Reason.Id);
        Assert.Equal("refusal.reset", acknowledged.Reason.Id);
        Assert.Equal("state.Acknowledged", acknowledged.Reason.Arguments.Single().Text);
        Assert.Equal(AlarmState.Acknowledged, scene.State);
        Assert.Equal(journalled, scene.Journal.Count);
    }

    [Fact]
    [Trait("Vector", "A12")]
    public void A12_a_shelving_that_ends_looks_at_the_condition_and_never_restores_what_was()
    {
        var cleared = Shelved();
        Assert.Equal(AlarmState.Shelved, cleared.Read(1_800, Cool));
        Assert.Equal(AlarmState.Shelved, cleared.Sweep(3_599));
        Assert.Equal(AlarmState.Normal, cleared.Sweep(3_600));

        var standing = Shelved();
        standing.Read(3_590, Hot);
        Assert.Equal(AlarmState.Unacknowledged, standing.Sweep(3_600));
        Assert.Null(standing.Alarm!.Work.AcknowledgedBy);

        static AlarmScene Shelved()
        {
            var scene = new AlarmScene();
            scene.Read(-30, Hot);
            scene.Acknowledge(-10);
            scene.Do(0, new AlarmCommand.Shelve("fan on order", AlarmScene.At(3_600)));
            return scene;
        }
    }
}
