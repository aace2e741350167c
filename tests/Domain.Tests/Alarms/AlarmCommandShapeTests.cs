using DcOps.Domain.Alarms;
using DcOps.Domain.Alarms.Incidents;
using DcOps.Domain.Alarms.Work;

namespace DcOps.Domain.Tests.Alarms;

/// <summary>What people ask travels between silos and lies on disk: each kind comes out as it went in.</summary>
public sealed class AlarmCommandShapeTests
{
    static readonly DateTimeOffset At = new(2026, 3, 2, 4, 0, 0, TimeSpan.Zero);

    public static TheoryData<AlarmCommand> Commands =>
    [
        new AlarmCommand.Acknowledge(At, "seen"), new AlarmCommand.Reset("dry"), new AlarmCommand.Shelve("work", At, "吴"),
        new AlarmCommand.Unshelve(), new AlarmCommand.Suppress("design"), new AlarmCommand.EndSuppression("over"),
        new AlarmCommand.RemoveFromService("W-1"), new AlarmCommand.ReturnToService(), new AlarmCommand.Assign(null),
        new AlarmCommand.Remark("text"),
    ];

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_command_comes_out_as_it_went_in(AlarmCommand command) => Assert.Equal(command, Serialized.Copy(command));

    [Fact]
    public void A_decision_and_a_window_come_out_as_they_went_in()
    {
        GroupingDecision merge = new GroupingDecision.Merge([AlarmId.Of("a"), AlarmId.Of("b")], "周", At, "one cause");
        var window = new MaintenanceWindow(
            "w", new(["NJ-01"], ["row-a"], []),
            new WindowSchedule.Recurring([DayOfWeek.Sunday], new(2, 30), TimeSpan.FromHours(2), new(2026, 1, 1), null), "周", "test");

        var copy = Assert.IsType<GroupingDecision.Merge>(Serialized.Copy(merge));
        Assert.Equal(("周", At, "one cause", 2), (copy.Author, copy.At, copy.Reason, copy.Alarms.Length));
        Assert.Equal(Serialized.Text(window), Serialized.Text(Serialized.Copy(window)));
        Assert.IsType<WindowSchedule.Recurring>(Serialized.Copy(window).Schedule);
    }
}
