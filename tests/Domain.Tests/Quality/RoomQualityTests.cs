using DcOps.Domain.Quality;
using DcOps.Domain.Racks;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Tests.Racks;
using DcOps.Domain.Topology;

namespace DcOps.Domain.Tests.Quality;

public sealed class RoomQualityTests
{
    static readonly BusinessCalendar Calendar = BusinessCalendar.Shanghai;
    static readonly BusinessPeriod Day = Calendar.DayOf(RoomScene.Start);

    readonly RoomScene _scene = new(racks: 2);

    [Fact]
    public void Counts_a_record_per_rack_class_and_five_minutes_whatever_the_poll_interval()
    {
        for (var second = 0; second < 1_800; second += 10)
            _scene.Fold(1, RoomScene.Power("pdu-a", 2_000, RoomScene.At(second)));
        for (var second = 0; second < 900; second += 60)
            _scene.Fold(2, RoomScene.Power("pdu-a", 2_000, RoomScene.At(second)));

        var tally = TallyOf(PointClass.Power, RoomScene.At(1_800))!.Value;

        // Thirty minutes of two racks; the second was silent for half of them.
        Assert.Equal((12, 9, 195, 2), (tally.Expected, tally.Received, tally.Samples, tally.Points));
        Assert.Equal(0.75, Completeness.Records(tally).Value!.Value.Value);
    }

    [Fact]
    public void Tells_duplicates_order_gaps_range_and_clocks_apart()
    {
        _scene.Fold(1, RoomScene.Inlet(1, 25, RoomScene.At(100)));
        _scene.Fold(1, RoomScene.Inlet(1, 25, RoomScene.At(100)));
        _scene.Fold(1, RoomScene.Inlet(1, 25, RoomScene.At(40)));
        _scene.Fold(1, RoomScene.Inlet(1, 400, RoomScene.At(110)));
        _scene.Fold(1, RoomScene.Inlet(1, 25, RoomScene.At(120)) with { Value = null });
        Fold(RoomScene.Inlet(1, 25, RoomScene.At(7_200)), RoomScene.At(130));

        var tally = TallyOf(PointClass.Temperature, RoomScene.At(7_300))!.Value;

        Assert.Equal((6, 1, 1, 1, 1, 1), (tally.Samples, tally.Duplicates, tally.OutOfOrder, tally.OutOfRange, tally.FieldsEmpty, tally.OutOfPeriod));
        Assert.Equal(5, tally.OnTime);
        Assert.Equal(5.0 / 6, Timeliness.InOrder(tally).Value!.Value.Value, 9);
        Assert.Equal(5.0 / 6, Accuracy.InRange(tally).Value!.Value.Value, 9);
        Assert.Null(TallyOf(PointClass.Humidity, RoomScene.At(7_300)));
    }

    [Fact]
    public void Lateness_is_that_of_95_percent_and_a_clock_that_runs_ahead_is_seen()
    {
        for (var second = 0; second < 1_000; second += 10)
            Fold(RoomScene.Power("pdu-a", 1, RoomScene.At(second)), RoomScene.At(second + (second >= 900 ? 100 : 4)));
        for (var second = 0; second < 1_000; second += 10)
            Fold(RoomScene.Inlet(1, 25, RoomScene.At(second + 90)), RoomScene.At(second));

        var report = _scene.State.Quality(RoomScene.At(1_200));

        var power = ArrivalClasses.Timing(report.ArrivalsOf(PointClass.Power, Day, Calendar));
        Assert.Equal((TimeSpan.FromSeconds(120), TimeSpan.FromSeconds(-5)), (power.LatenessP95, power.ClockSkew));
        Assert.Equal(TimeSpan.FromSeconds(60), ArrivalClasses.Timing(report.ArrivalsOf(PointClass.Temperature, Day, Calendar)).ClockSkew);
        Assert.Equal(new QualityTiming(null, null), ArrivalClasses.Timing(report.ArrivalsOf(PointClass.Network, Day, Calendar)));
    }

    [Fact]
    public void Counts_survive_a_restart_and_go_to_the_day_that_they_are_about()
    {
        _scene.Fold(1, RoomScene.Power("pdu-a", 2_000, RoomScene.At(0)));
        _scene.State = RoomState.Restore(_scene.Room, _scene.State.Save());
        _scene.Fold(1, RoomScene.Power("pdu-a", 2_000, RoomScene.At(3_600)));
        _scene.Fold(1, RoomScene.Power("pdu-a", 2_000, RoomScene.At(86_400)));

        var report = _scene.State.Quality(RoomScene.At(90_000));

        Assert.Equal([2, 1], report.Days.Select(day => day[QualityCount.Samples]));
        Assert.Equal([Calendar.LocalDate(RoomScene.Start), Calendar.LocalDate(RoomScene.Start).AddDays(1)], report.Days.Select(day => day.Day));
    }

    [Fact]
    public void A_week_is_kept_and_the_oldest_day_makes_room()
    {
        for (var day = 0; day < 12; day++)
            _scene.Fold(1, RoomScene.Power("pdu-a", 2_000, RoomScene.At(86_400.0 * day)));

        var report = _scene.State.Quality(RoomScene.At(86_400.0 * 11));

        Assert.Equal(RoomQuality.DaysKept, report.Days.Length);
        Assert.Equal(Calendar.LocalDate(RoomScene.At(86_400.0 * 4)), report.Days[0].Day);
    }

    [Fact]
    public void A_sensor_that_says_the_same_for_a_day_is_suspicious_and_one_that_moves_is_not()
    {
        for (var hour = 0; hour <= 25; hour++)
        {
            _scene.Fold(
                1, RoomScene.Inlet(1, 24.5, RoomScene.At(3_600.0 * hour)), RoomScene.Inlet(2, 24 + (hour % 2), RoomScene.At(3_600.0 * hour)));
        }

        var suspicion = Assert.Single(_scene.State.Quality(RoomScene.At(3_600 * 25)).Suspicions);

        Assert.Equal((SuspicionKind.Stuck, _scene.RackId(), (ushort)1, "24.5, 25 h"), (suspicion.Kind, suspicion.Rack, suspicion.Point.Index, suspicion.Detail));
        Assert.Equal(RoomScene.Start, suspicion.From);
    }

    [Fact]
    public void Power_that_differs_from_the_register_by_a_thousand_is_suspicious()
    {
        for (var minute = 0; minute <= 360; minute++)
        {
            var at = Day.To.AddMinutes(minute);
            _scene.Fold(1, RoomScene.Power("pdu-a", 4, at), RoomScene.Register("pdu-a", 4_000.0 * minute / 60, at));
        }

        var suspicion = Assert.Single(_scene.State.Quality(Day.To.AddHours(6)).Suspicions);

        Assert.Equal((SuspicionKind.Unit, "pdu-a"), (suspicion.Kind, suspicion.Point.Device));
    }

    [Fact]
    public void Counting_a_reading_allocates_nothing()
    {
        var quality = new RoomQuality(1, []);
        var reading = RoomScene.Power("pdu-a", 2_000, RoomScene.Start);
        quality.Note(0, reading, ReadingOutcome.Accepted, false, RoomScene.At(1));
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var count = 0; count < 1_000; count++)
            quality.Note(0, reading, ReadingOutcome.Accepted, false, RoomScene.At(1));

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    PointTally? TallyOf(PointClass of, DateTimeOffset now) => _scene.State.Quality(now).TallyOf(of, Day, Calendar);

    void Fold(Reading reading, DateTimeOffset receivedAt) => _scene.State.Fold(_scene.Batch(1, [], reading), receivedAt);
}
