using DcOps.Domain.Alarms;

namespace DcOps.Domain.Tests.Alarms;

public sealed class AlarmBookTests
{
    const double Hot = 28;
    const double Cool = 22;

    [Fact]
    public void Missing_data_neither_clears_nor_acknowledges_and_is_told_as_such()
    {
        var scene = new AlarmScene();
        scene.Read(0, Hot);

        scene.Read(10, celsius: null);

        Assert.True(scene.Alarm!.IsDataMissing);
        Assert.Equal(AlarmState.Unacknowledged, scene.State);
        Assert.Equal(AlarmEvent.DataLost, scene.Journal[^1].Event);
    }

    [Fact]
    public void Data_that_stays_away_altogether_is_noticed_by_the_sweep()
    {
        var scene = new AlarmScene();
        scene.Read(0, Hot);

        scene.Sweep(44);
        Assert.False(scene.Alarm!.IsDataMissing);
        scene.Sweep(46);
        Assert.True(scene.Alarm!.IsDataMissing);
        Assert.Equal(AlarmState.Unacknowledged, scene.State);

        scene.Read(60, Hot);
        Assert.False(scene.Alarm!.IsDataMissing);
        Assert.Equal(1, scene.Alarm.Occurrences);
    }

    [Fact]
    public void Missing_data_never_completes_a_delay()
    {
        var scene = new AlarmScene(onSeconds: 60, offSeconds: 60);
        scene.Read(0, Hot);
        scene.Read(30, celsius: null);
        Assert.Equal(AlarmState.Normal, scene.Read(60, Hot));
        Assert.Equal(AlarmState.Unacknowledged, scene.Read(120, Hot));

        scene.Read(130, Cool);
        scene.Read(160, celsius: null);
        Assert.Equal(AlarmState.Unacknowledged, scene.Read(190, Cool));
        Assert.Equal(AlarmState.ReturnedUnacknowledged, scene.Read(250, Cool));
    }

    [Fact]
    public void Late_readings_are_journalled_and_raise_nothing()
    {
        var scene = new AlarmScene();

        scene.Read(0, Hot, receivedSeconds: 3_600);
        scene.Read(60, Cool, receivedSeconds: 3_601);

        Assert.Equal(AlarmState.Normal, scene.State);
        Assert.Equal([AlarmEvent.RaisedInThePast, AlarmEvent.ReturnedInThePast], scene.Journal.Select(entry => entry.Event));
        Assert.Equal(AlarmScene.At(0), scene.Journal[0].At);
        Assert.DoesNotContain(scene.Journal, entry => entry.Annunciates);
    }

    [Fact]
    public void Late_readings_do_not_clear_what_stands()
    {
        var scene = new AlarmScene();
        scene.Read(0, Hot);
        scene.Read(30, Cool, receivedSeconds: 3_600);

        Assert.Equal(AlarmState.Unacknowledged, scene.State);
        Assert.Equal(AlarmEvent.ReturnedInThePast, scene.Journal[^1].Event);
    }

    [Fact]
    public void A_condition_that_late_readings_prove_up_to_now_is_raised_since_its_true_beginning()
    {
        var scene = new AlarmScene(onSeconds: 60);
        for (var second = 0; second <= 1_800; second += 60)
            scene.Read(second, Hot, receivedSeconds: 2_101 + (second / 100.0));

        Assert.Equal(AlarmState.Normal, scene.State);
        Assert.Equal(AlarmState.Unacknowledged, scene.Read(2_090, Hot));
        Assert.Equal(AlarmScene.At(0), scene.Alarm!.StartedAt);
        Assert.Equal(AlarmScene.At(2_090), scene.Alarm.RaisedAt);
    }

    [Fact]
    public void Edge_and_province_name_the_same_occurrence_alike()
    {
        var (edge, province) = (new AlarmScene(onSeconds: 60), new AlarmScene(onSeconds: 60));
        for (var second = 0; second <= 90; second += 10)
        {
            edge.Read(second, Hot, receivedSeconds: second);
            province.Read(second, Hot, receivedSeconds: second + 40);
        }

        Assert.Equal(edge.Alarm!.Id, province.Alarm!.Id);
        Assert.Equal(edge.Journal.Select(entry => entry.Id), province.Journal.Select(entry => entry.Id));
        Assert.Equal(edge.Alarm.Id.Derive("notice"), province.Alarm.Id.Derive("notice"));
    }

    [Fact]
    public void A_replay_after_a_crash_finds_in_the_journal_what_it_told_before()
    {
        var scene = new AlarmScene();
        scene.Read(0, Cool);
        var checkpoint = Serialized.Copy(scene.Book.Save());
        scene.Read(10, Hot);
        scene.Acknowledge(12);
        var told = scene.Journal.Select(entry => entry.Id).ToList();

        scene.Book = AlarmBook.Restore(AlarmPolicy.Usual, checkpoint, Serialized.Copy(scene.Journal.ToImmutableArray()));
        scene.Read(10, Hot);

        Assert.Equal(AlarmState.Acknowledged, scene.State);
        Assert.Equal(told, scene.Journal.Select(entry => entry.Id));
    }

    [Fact]
    public void A_replay_without_the_journal_writes_the_same_entries_again()
    {
        var scene = new AlarmScene();
        scene.Read(0, Cool);
        var checkpoint = scene.Book.Save();
        scene.Read(10, Hot);
        scene.Read(20, Cool);

        scene.Book = AlarmBook.Restore(AlarmPolicy.Usual, checkpoint, []);
        scene.Read(10, Hot, receivedSeconds: 60);
        scene.Read(20, Cool, receivedSeconds: 60);

        Assert.Equal(4, scene.Journal.Count);
        Assert.Equal(2, scene.Journal.Select(entry => entry.Id).Distinct().Count());
    }

    [Fact]
    public void An_acknowledgement_until_a_time_asks_again_when_the_time_is_over()
    {
        var scene = new AlarmScene();
        scene.Read(0, Hot);
        scene.Do(5, new AlarmCommand.Acknowledge(AlarmScene.At(35)));

        Assert.Equal(AlarmState.Acknowledged, scene.Sweep(34));
        Assert.Equal(AlarmState.Unacknowledged, scene.Sweep(35));
        Assert.True(scene.Journal[^1].Annunciates);
    }

    [Fact]
    public void An_acknowledged_alarm_that_becomes_more_urgent_asks_again()
    {
        var scene = new AlarmScene(urgentHigh: 32);
        scene.Read(0, Hot);
        scene.Acknowledge(5);

        Assert.Equal(AlarmState.Unacknowledged, scene.Read(10, 33));
        Assert.Equal(AlarmPriority.Critical, scene.Alarm!.Priority);
        Assert.Equal(1, scene.Alarm.Occurrences);
    }

    [Fact]
    public void Out_of_service_counts_before_suppression_and_suppression_before_shelving()
    {
        var scene = new AlarmScene();
        scene.Read(0, Hot);
        scene.Do(1, new AlarmCommand.Shelve("noise", AlarmScene.At(100)));
        scene.Do(2, new AlarmCommand.Suppress("upstream lost"));
        Assert.Equal(AlarmState.SuppressedByDesign, scene.State);
        scene.Do(3, new AlarmCommand.RemoveFromService("WO-17"));
        Assert.Equal(AlarmState.OutOfService, scene.State);

        scene.Do(4, new AlarmCommand.ReturnToService());
        Assert.Equal(AlarmState.SuppressedByDesign, scene.State);
        scene.Do(5, new AlarmCommand.EndSuppression("upstream back"));
        Assert.Equal(AlarmState.Shelved, scene.State);
        Assert.Equal(AlarmState.Unacknowledged, scene.Sweep(100));
    }

    [Fact]
    public void A_held_alarm_is_followed_and_journalled_without_asking_for_attention()
    {
        var scene = new AlarmScene();
        scene.Do(0, new AlarmCommand.RemoveFromService("WO-17"));

        scene.Read(10, Hot);

        Assert.Equal(AlarmState.OutOfService, scene.State);
        Assert.True(scene.Alarm!.IsAbnormal);
        Assert.Equal(AlarmEvent.Raised, scene.Journal[^1].Event);
        Assert.False(scene.Journal[^1].Annunciates);
    }

    [Fact]
    public void A_critical_alarm_is_shelved_only_with_a_second_person()
    {
        var scene = new AlarmScene(priority: AlarmPriority.Critical);
        scene.Read(0, Hot);

        Assert.IsType<AlarmDecision.Refused>(scene.Do(1, new AlarmCommand.Shelve("noise", AlarmScene.At(60))));
        Assert.IsType<AlarmDecision.Refused>(scene.Do(1, new AlarmCommand.Shelve("noise", AlarmScene.At(60), "li")));
        Assert.IsType<AlarmDecision.Taken>(scene.Do(1, new AlarmCommand.Shelve("noise", AlarmScene.At(60), "wang")));
    }

    [Fact]
    public void A_command_is_taken_back_by_its_author_within_ten_seconds()
    {
        var scene = new AlarmScene();
        scene.Read(0, Hot);
        scene.Acknowledge(5);

        Assert.IsType<AlarmDecision.Refused>(scene.Book.Undo(scene.Key, "wang", AlarmScene.At(10)));
        Assert.IsType<AlarmDecision.Taken>(scene.Book.Undo(scene.Key, "li", AlarmScene.At(15)));
        Assert.Equal(AlarmState.Unacknowledged, scene.State);
        Assert.Null(scene.Alarm!.Work.AcknowledgedBy);
        Assert.Equal(AlarmEvent.Undone, scene.Book.TakeTransitions().Single().Event);

        scene.Acknowledge(20);
        Assert.IsType<AlarmDecision.Refused>(scene.Book.Undo(scene.Key, "li", AlarmScene.At(31)));
    }

    [Fact]
    public void An_alarm_that_changes_often_flaps_until_it_calms_down_and_says_why()
    {
        var scene = new AlarmScene();
        for (var change = 0; change < 6; change++)
            scene.Read(change * 30, change % 2 == 0 ? Hot : Cool);

        Assert.True(scene.Alarm!.IsFlapping);
        var why = scene.Book.ExplainFlapping(scene.Key, AlarmScene.At(150))!;
        Assert.Equal(6, why.Arguments.Single(argument => argument.Name == "changes").Value);
        Assert.True(why.Arguments.Single(argument => argument.Name == "score").Value > 6);

        scene.Sweep(150 + 600);
        Assert.False(scene.Alarm!.IsFlapping);
        Assert.Contains(AlarmEvent.FlappingEnded, scene.Journal.Select(entry => entry.Event));
    }

    [Fact]
    public void A_rack_at_peace_is_watched_without_allocating()
    {
        var scene = new AlarmScene();
        DcOps.Domain.Telemetry.Reading[] readings = [new(AlarmScene.Inlet, Cool, AlarmScene.At(0), default)];
        scene.Book.Observe(scene.Rules, AlarmScene.Rack, readings, AlarmScene.At(1));

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var poll = 0; poll < 10_000; poll++)
            scene.Book.Observe(scene.Rules, AlarmScene.Rack, readings, AlarmScene.At(1));

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void A_standing_alarm_that_does_not_change_allocates_nothing_and_weighs_at_most_a_kilobyte()
    {
        var scene = new AlarmScene();
        scene.Read(-10, Hot);
        DcOps.Domain.Telemetry.Reading[] readings = [new(AlarmScene.Inlet, Hot, AlarmScene.At(0), default)];

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var poll = 1; poll <= 10_000; poll++)
        {
            readings[0] = readings[0] with { ObservedAt = AlarmScene.At(poll * 0.001) };
            scene.Book.Observe(scene.Rules, AlarmScene.Rack, readings, AlarmScene.At(11));
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        var racks = Enumerable.Range(0, 1_000)
            .Select(number => DcOps.Domain.Topology.Location.Parse($"NJ-01/R01/B{number}")).ToArray();
        before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var rack in racks)
            scene.Book.Observe(scene.Rules, rack, readings, AlarmScene.At(11));
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        // Allocated is more than kept: the journal's entries and the first sizes of lists are in it.
        Assert.Equal(1_000, scene.Book.Untaken);
        Assert.InRange(allocated / 1_000.0, 100, 1_400);
    }
}
