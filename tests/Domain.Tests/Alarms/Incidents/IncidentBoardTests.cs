using DcOps.Domain.Alarms;
using DcOps.Domain.Alarms.Incidents;
using DcOps.Domain.Alarms.Rules;
using DcOps.Domain.PowerChain;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;

namespace DcOps.Domain.Tests.Alarms.Incidents;

public sealed class IncidentBoardTests
{
    static readonly DateTimeOffset Start = new(2026, 3, 2, 4, 0, 0, TimeSpan.Zero);

    readonly IncidentBoard _board = NewBoard();

    [Fact]
    public void What_an_owner_leaves_out_of_its_whole_is_over()
    {
        _board.Take("NJ-01/R01", [Alarm("A01"), Alarm("A02")], isWhole: true, Start);
        Assert.Equal(2, _board.TakeChanges().Rows.Length);

        _board.Take("NJ-01/R01", [Alarm("A02")], isWhole: true, Start);
        var changes = _board.TakeChanges();

        Assert.Equal([Alarm("A01").Id], changes.Gone);
        Assert.True(Assert.Single(changes.Notified, incident => incident.Id == Alarm("A01").Id).IsOver);
        Assert.Single(_board.Standing);
    }

    [Fact]
    public void A_change_is_told_once()
    {
        _board.Take("NJ-01/R01", [Alarm("A01")], isWhole: true, Start);
        _board.TakeChanges();

        Assert.True(_board.TakeChanges().IsEmpty);
        Assert.Equal([Alarm("A01").Id], _board.Open().Select(incident => incident.Id));
    }

    [Fact]
    public void Merged_alarms_are_one_row_and_the_absorbed_one_is_gone_and_still_found()
    {
        _board.Take("NJ-01/R01", [Alarm("A01"), Alarm("A02", 5)], isWhole: true, Start);
        _board.TakeChanges();

        _board.Decide(new GroupingDecision.Merge([Alarm("A01").Id, Alarm("A02", 5).Id], "周", Start, "one cause"));
        var changes = _board.TakeChanges();

        Assert.Equal((2, Alarm("A01").Id), (Assert.Single(changes.Rows).Alarms, changes.Rows[0].Incident));
        Assert.Equal([Alarm("A02", 5).Id], changes.Gone);
        Assert.Equal(Alarm("A01").Id, _board.Find(Alarm("A02", 5).Id)?.Id);
        Assert.Single(_board.DecisionsOn(_board.Find(Alarm("A01").Id)!));
    }

    [Fact]
    public void Split_alarms_are_two_rows_again()
    {
        _board.Take("NJ-01/R01", [Alarm("A01"), Alarm("A02", 5)], isWhole: true, Start);
        _board.Decide(new GroupingDecision.Merge([Alarm("A01").Id, Alarm("A02", 5).Id], "周", Start, "one cause"));
        _board.TakeChanges();

        _board.Decide(new GroupingDecision.Split([Alarm("A02", 5).Id], "周", Start, "two after all"));
        var changes = _board.TakeChanges();

        Assert.Equal(2, changes.Rows.Length);
        Assert.Equal(2, _board.Rows.Count);
    }

    [Fact]
    public void What_was_saved_gives_the_same_incidents_and_so_does_the_journal_behind_it()
    {
        _board.Take("NJ-01/R01", [Alarm("A01")], isWhole: true, Start);
        var image = _board.Save(Start);
        _board.Take("NJ-01/R01", [Alarm("A02", 5)], isWhole: false, Start);
        _board.Decide(new GroupingDecision.Merge([Alarm("A01").Id, Alarm("A02", 5).Id], "周", Start, "one cause"));
        var withDecision = _board.Save(Start);

        var restored = NewBoard();
        restored.Restore(
            Serialized.Copy(image with { Decisions = withDecision.Decisions }), [Raised("A02", 5)], Start);
        restored.Take("NJ-01/R01", [Alarm("A02", 5)], isWhole: true, Start);

        var row = Assert.Single(restored.TakeChanges().Rows);
        Assert.Equal((Alarm("A01").Id, 2, 1), (row.Incident, row.Alarms, row.Standing));
    }

    [Fact]
    public void What_was_over_long_ago_is_let_go_and_what_stands_stays()
    {
        _board.Take("NJ-01/R01", [Alarm("A01"), Alarm("A02", 5)], isWhole: true, Start);
        _board.Take("NJ-01/R01", [Alarm("A02", 5)], isWhole: true, Start);
        _board.TakeChanges();

        _board.Forget(Start.AddMinutes(31));

        Assert.Equal([Alarm("A02", 5).Id], _board.Save(Start).Alarms.Select(alarm => alarm.Id));
        Assert.Equal([Alarm("A02", 5).Id], _board.TakeChanges().Rows.Select(row => row.Incident));
    }

    static IncidentBoard NewBoard() => new(AlarmRuleBook.Shipped, DependencyGraph.Empty, GroupingPolicy.Usual, ImpactSource.None);

    static Alarm Alarm(string rack, int second = 0) => Raised(rack, second).After;

    static AlarmTransition Raised(string rack, int second)
    {
        var at = Start.AddSeconds(second);
        var key = new AlarmKey(Location.Parse($"NJ-01/R01/{rack}"), PointId.Total("pdu-a", Quantity.ActivePower), "test");
        return AlarmSignals.Raise(
            Domain.Alarms.Alarm.Normal(key, AlarmPriority.Major, at), AlarmPriority.Major, at, at, 1, AlarmText.Of("alarm.test"), at);
    }
}
