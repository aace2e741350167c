using DcOps.Domain.Alarms;
using DcOps.Domain.Alarms.Work;
using DcOps.Domain.Topology;

namespace DcOps.Domain.Tests.Alarms.Work;

public sealed class MaintenanceBookTests
{
    const double Hot = 28;
    const double Cool = 22;

    static readonly Dictionary<string, AlarmScope> Groups = new(StringComparer.Ordinal)
    {
        ["row-a"] = new() { Locations = ["NJ-01/R01/A07", "NJ-01/R01/A08"] },
    };

    [Fact]
    public void A_problem_inside_a_window_is_journalled_and_annunciated_to_nobody()
    {
        var (scene, _) = Scene(new WindowSchedule.Fixed(AlarmScene.At(0), AlarmScene.At(600)));

        Assert.Equal(AlarmState.SuppressedByDesign, scene.Read(60, Hot));

        Assert.DoesNotContain(scene.Journal, entry => entry.Annunciates);
        Assert.Equal([AlarmEvent.Suppressed, AlarmEvent.Raised], scene.Journal.Select(entry => entry.Event));
    }

    [Fact]
    public void A_problem_that_outlives_its_window_is_told_at_its_end()
    {
        var (scene, windows) = Scene(new WindowSchedule.Fixed(AlarmScene.At(0), AlarmScene.At(600)));
        scene.Read(60, Hot);

        Assert.Empty(windows.Actions(scene.Book.Standing, AlarmScene.At(599)));
        Do(scene, windows, 600);

        Assert.Equal(AlarmState.Unacknowledged, scene.State);
        Assert.True(scene.Journal[^1].Annunciates);
        Assert.Equal(AlarmScene.At(60), scene.Alarm!.StartedAt);
    }

    [Fact]
    public void A_problem_that_ends_inside_its_window_is_never_told()
    {
        var (scene, windows) = Scene(new WindowSchedule.Fixed(AlarmScene.At(0), AlarmScene.At(600)));
        scene.Read(60, Hot);
        scene.Read(120, Cool);
        Do(scene, windows, 600);

        Assert.Equal(AlarmState.Normal, scene.State);
        Assert.DoesNotContain(scene.Journal, entry => entry.Annunciates);
    }

    [Fact]
    public void What_stands_when_a_window_opens_is_held_until_it_is_over()
    {
        var (scene, windows) = Scene(new WindowSchedule.Fixed(AlarmScene.At(100), AlarmScene.At(600)));
        Assert.Equal(AlarmState.Unacknowledged, scene.Read(60, Hot));

        Do(scene, windows, 100);

        Assert.Equal(AlarmState.SuppressedByDesign, scene.State);
        Assert.Equal("w-1", MaintenanceBook.HolderOf(scene.Alarm!));
    }

    [Fact]
    public void A_flexible_window_begins_with_the_first_problem_and_lasts_its_time()
    {
        var (scene, windows) = Scene(new WindowSchedule.Flexible(AlarmScene.At(0), AlarmScene.At(36_000), TimeSpan.FromMinutes(30)));
        Assert.Equal(AlarmState.SuppressedByDesign, scene.Read(7_200, Hot));
        Assert.Equal(AlarmScene.At(7_200), windows.Triggers["w-1"]);

        Assert.Empty(windows.Actions(scene.Book.Standing, AlarmScene.At(7_200 + 1_799)));
        Do(scene, windows, 7_200 + 1_800);

        Assert.Equal(AlarmState.Unacknowledged, scene.State);
        Assert.Null(windows.HoldOf(scene.Key, AlarmScene.At(20_000)));
    }

    [Fact]
    public void A_recurring_window_is_local_and_reaches_over_midnight()
    {
        var nightly = new WindowSchedule.Recurring(
            [DayOfWeek.Saturday], new TimeOnly(23, 0), TimeSpan.FromHours(4), new DateOnly(2026, 3, 1), new DateOnly(2026, 3, 31));

        // 2026-03-07 is a Saturday; 23:00 there is 15:00 UTC.
        Assert.Null(nightly.OpenAt(Utc(7, 14, 59), null, BusinessCalendar.Shanghai));
        Assert.Equal(Utc(7, 15, 0), nightly.OpenAt(Utc(7, 15, 0), null, BusinessCalendar.Shanghai)!.Value.From);
        Assert.NotNull(nightly.OpenAt(Utc(7, 18, 59), null, BusinessCalendar.Shanghai));
        Assert.Null(nightly.OpenAt(Utc(7, 19, 0), null, BusinessCalendar.Shanghai));
        Assert.Null(nightly.OpenAt(Utc(8, 15, 30), null, BusinessCalendar.Shanghai));

        static DateTimeOffset Utc(int day, int hour, int minute) => new(2026, 3, day, hour, minute, 0, TimeSpan.Zero);
    }

    [Fact]
    public void A_window_that_matches_nothing_says_so_and_suppresses_nothing()
    {
        var window = Window(new WindowSchedule.Fixed(AlarmScene.At(0), AlarmScene.At(600))) with
        {
            Scope = new([], ["row-z"], ["inlet-hihg"]),
        };

        var match = WindowMatch.Of(window, [AlarmScene.Rack], ["inlet-high"], Groups);

        Assert.True(match.IsEmpty);
        Assert.Equal("window.matches-nothing", match.Says.Id);
        Assert.Equal(["row-z"], match.UnknownGroups);
        Assert.Equal(["inlet-hihg"], match.UnknownRules);
        Assert.Null(new MaintenanceBook([window], Groups, BusinessCalendar.Shanghai).HoldOf(new AlarmScene().Key, AlarmScene.At(1)));
    }

    [Fact]
    public void A_window_covers_by_location_group_and_rule()
    {
        var key = new AlarmScene().Key;

        Assert.True(new WindowScope(["NJ-01"], [], []).Covers(key, Groups));
        Assert.True(new WindowScope([], ["row-a"], ["inlet-high"]).Covers(key, Groups));
        Assert.False(new WindowScope([], ["row-a"], ["leak"]).Covers(key, Groups));
        Assert.False(new WindowScope([], [], []).Covers(key, Groups));
    }

    static (AlarmScene Scene, MaintenanceBook Windows) Scene(WindowSchedule schedule)
    {
        var windows = new MaintenanceBook([Window(schedule)], Groups, BusinessCalendar.Shanghai);
        var scene = new AlarmScene();
        scene.Book.HoldOf = windows.HoldOf;
        return (scene, windows);
    }

    static MaintenanceWindow Window(WindowSchedule schedule) =>
        new("w-1", new(["NJ-01/R01"], [], ["inlet-high"]), schedule, "li", "new fans");

    static void Do(AlarmScene scene, MaintenanceBook windows, double second)
    {
        foreach (var action in windows.Actions(scene.Book.Standing.ToList(), AlarmScene.At(second)))
            Assert.IsType<AlarmDecision.Taken>(scene.Do(second, action.Command, AlarmTransition.Product));
    }
}
