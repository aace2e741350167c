using DcOps.Domain.Alarms;
using DcOps.Domain.Alarms.Rules;
using DcOps.Domain.Alarms.Watching;
using DcOps.Domain.PowerChain;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;

namespace DcOps.Domain.Tests.Alarms.Watching;

public sealed class AlarmWatchTests
{
    static readonly DateTimeOffset Start = new(2026, 3, 2, 4, 0, 0, TimeSpan.Zero);
    static readonly Location Rack = Location.Parse("NJ-01/R01/A01");

    readonly AlarmBook _book = new(AlarmPolicy.Usual);

    [Theory]
    [InlineData(10, 45, false)]
    [InlineData(10, 47, true)]
    [InlineData(60, 170, false)]
    [InlineData(60, 182, true)]
    public void A_device_is_silent_after_three_of_its_own_intervals(int interval, int silence, bool isSilent)
    {
        var watch = Devices();
        var last = Start.AddMinutes(5);
        for (var at = Start; at <= last; at = at.AddSeconds(interval))
            watch.Observe(_book, Rack, [Reading("pdu-a", Quantity.ActivePower, 1, at)], at);

        watch.Sweep(_book, last.AddSeconds(silence));

        Assert.Equal(isSilent ? ["device-silent"] : [], _book.Standing.Select(alarm => alarm.Key.Rule));
    }

    [Fact]
    public void A_new_alarm_of_a_slow_device_is_known_for_three_intervals_of_the_device()
    {
        var watches = new AlarmWatches(
            AlarmRuleBook.Shipped, DependencyGraph.Empty, EquipmentRegister.Empty, AlarmPolicy.Usual, _ => true, Start);
        _book.IntervalOf = watches.IntervalOf;
        var rules = Book("""{ "limit": [{ "id": "high", "priority": "minor", "quantity": "active-power", "high": 10, "deadband": 1 }] }""").Points(EquipmentRegister.Empty);
        var last = Start.AddMinutes(5);
        for (var at = Start; at <= last; at = at.AddMinutes(1))
        {
            Reading[] readings = [Reading("pdu-a", Quantity.ActivePower, at == last ? 11 : 1, at)];
            _book.Observe(rules, Rack, readings, at);
            watches.Observe(_book, Rack, readings, at);
        }

        _book.Sweep(last.AddSeconds(179));
        Assert.False(Assert.Single(_book.Standing).IsDataMissing);
        _book.Sweep(last.AddSeconds(181));

        Assert.True(Assert.Single(_book.Standing).IsDataMissing);
    }

    [Fact]
    public void Supplies_that_are_read_once_a_minute_each_are_all_known()
    {
        var rules = Book("""{ "redundancy-lost": [{ "id": "lost", "priority": "minor" }] }""");
        var watch = new FeedWatch([.. rules.Of<RedundancyLostRule>()], Chain(), _ => true, AlarmPolicy.Usual.PromisedAge);

        for (var second = 0; second <= 300; second += 60)
        {
            watch.Observe(_book, Rack, [Volts("pdu-a", 230, second)], Start.AddSeconds(second));
            watch.Observe(_book, Rack, [Volts("pdu-b", second < 180 ? 230 : 0, second + 50)], Start.AddSeconds(second + 50));
        }

        Assert.False(Assert.Single(_book.Standing).IsDataMissing);
        Assert.DoesNotContain(_book.Pending, entry => entry.Event == AlarmEvent.DataLost);
    }

    [Fact]
    public void One_good_poll_ends_the_silence_at_once()
    {
        var watch = Devices();
        foreach (var second in new[] { 0, 10, 20 })
            watch.Observe(_book, Rack, [Reading("pdu-a", Quantity.ActivePower, 1, Start.AddSeconds(second))], Start.AddSeconds(second));
        watch.Sweep(_book, Start.AddSeconds(100));

        watch.Observe(_book, Rack, [Reading("pdu-a", Quantity.ActivePower, 1, Start.AddSeconds(101))], Start.AddSeconds(101));

        Assert.Equal(AlarmState.ReturnedUnacknowledged, Assert.Single(_book.Standing).State);
    }

    [Fact]
    public void Nobody_is_silent_right_after_a_start_and_who_stays_away_is()
    {
        var watch = Devices();
        watch.Remember(Rack, "pdu-a", Start.AddHours(-1));

        watch.Sweep(_book, Start.AddSeconds(30));
        Assert.Empty(_book.Standing);
        watch.Sweep(_book, Start.AddSeconds(61));

        Assert.Equal("alarm.device-silent", Assert.Single(_book.Standing).Text?.Id);
    }

    [Fact]
    public void A_value_that_moves_too_fast_raises_and_one_that_stands_still_too_long_does()
    {
        var rules = Book("""
            {
              "rate-of-change": [{ "id": "rise", "priority": "major", "quantity": "inlet-temperature", "risePerMinute": 1, "deadband": 0.3 }],
              "stuck-sensor": [{ "id": "stuck", "priority": "advisory", "quantity": "inlet-temperature", "longest": "00:10:00" }],
            }
            """);
        var watch = new PointMotion(rules, AlarmPolicy.Usual.LateAfter);
        for (var minute = 0; minute < 4; minute++)
            watch.Observe(_book, Rack, [Inlet(22 + (3 * minute), minute)], Start.AddMinutes(minute));
        var rising = _book.Standing.Select(alarm => alarm.Key.Rule).ToList();
        for (var minute = 4; minute < 20; minute++)
            watch.Observe(_book, Rack, [Inlet(31, minute)], Start.AddMinutes(minute));

        Assert.Equal(["rise"], rising);
        Assert.Contains(_book.Standing, alarm => alarm is { Key.Rule: "stuck", State: AlarmState.Unacknowledged });
    }

    [Fact]
    public void Late_readings_say_nothing_of_how_a_value_moves_now()
    {
        var rules = Book("""
            { "rate-of-change": [{ "id": "rise", "priority": "major", "quantity": "inlet-temperature", "risePerMinute": 1, "deadband": 0.3 }] }
            """);
        var watch = new PointMotion(rules, AlarmPolicy.Usual.LateAfter);

        for (var minute = 0; minute < 4; minute++)
            watch.Observe(_book, Rack, [Inlet(22 + (3 * minute), minute)], Start.AddHours(1));

        Assert.Empty(_book.Standing);
    }

    [Fact]
    public void Phases_of_one_batch_are_balanced_against_each_other()
    {
        var rules = Book("""{ "imbalance": [{ "id": "uneven", "priority": "advisory", "share": 0.3 }] }""");
        var watch = new PhaseBalance([.. rules.Of<ImbalanceRule>()], EquipmentRegister.Empty);

        watch.Observe(_book, Rack, [Phase(1, 10), Phase(2, 10), Phase(3, 10)], Start);
        Assert.Empty(_book.Standing);
        watch.Observe(_book, Rack, [Phase(1, 20, 1), Phase(2, 10, 1), Phase(3, 6, 1)], Start.AddSeconds(1));

        Assert.Equal("uneven", Assert.Single(_book.Standing).Key.Rule);
    }

    [Fact]
    public void A_rack_that_lost_one_of_two_feeds_has_lost_its_redundancy_and_one_that_lost_both_is_worse()
    {
        var rules = Book("""{ "redundancy-lost": [{ "id": "lost", "priority": "minor" }] }""");
        var watch = new FeedWatch([.. rules.Of<RedundancyLostRule>()], Chain(), _ => true, AlarmPolicy.Usual.PromisedAge);

        watch.Observe(_book, Rack, [Volts("pdu-a", 230, 0)], Start);
        watch.Observe(_book, Rack, [Volts("pdu-b", 230, 0)], Start);
        Assert.Empty(_book.Standing);
        watch.Observe(_book, Rack, [Volts("pdu-b", 0, 10)], Start.AddSeconds(10));
        var one = Assert.Single(_book.Standing).Priority;
        watch.Observe(_book, Rack, [Volts("pdu-a", 0, 20)], Start.AddSeconds(20));

        Assert.Equal((AlarmPriority.Minor, AlarmPriority.Critical), (one, Assert.Single(_book.Standing).Priority));
    }

    [Fact]
    public void The_shipped_rules_leave_an_outdoor_station_alone()
    {
        var plant = Location.Parse("NJ-01");
        var readings = new[] { new Reading(PointId.Total("weather", Quantity.Humidity), 0.99, Start, ReadingQuality.Good) };

        _book.Observe(AlarmRuleBook.Shipped.Points(EquipmentRegister.Empty), plant, readings, Start);

        Assert.Empty(_book.Save().Slots);
    }

    static DeviceWatch Devices() => new([.. AlarmRuleBook.Shipped.Of<DeviceSilentRule>()], Start);

    static AlarmRuleBook Book(string text) => new(AlarmRuleBook.Parse("test", text));

    static Reading Reading(string device, Quantity quantity, double value, DateTimeOffset at) =>
        new(PointId.Total(device, quantity), value, at, ReadingQuality.Good);

    static Reading Inlet(double celsius, int minute) => Reading("env", Quantity.InletTemperature, celsius, Start.AddMinutes(minute));

    static Reading Volts(string device, double volts, int second) => Reading(device, Quantity.Voltage, volts, Start.AddSeconds(second));

    static Reading Phase(ushort index, double amperes, int second = 0) =>
        new(new PointId("pdu-a", PartKind.Phase, index, Quantity.Current), amperes, Start.AddSeconds(second), ReadingQuality.Good);

    static DependencyGraph Chain()
    {
        var faults = new List<Csv.CsvFault>();
        var graph = ChainImport.FromCsv(
            "chain.csv",
            """
            facility,id,class,name,location,device,part,phase,powered-by,cooled-by,reports-through,rated-kilowatts,rated-amperes,derating
            NJ-01,pdu-a,rack-pdu,,NJ-01/R01/A01,pdu-a,,,,,,,,
            NJ-01,pdu-b,rack-pdu,,NJ-01/R01/A01,pdu-b,,,,,,,,
            NJ-01,a01,rack,,NJ-01/R01/A01,,,,pdu-a;pdu-b,,,,,
            """,
            faults);
        Assert.Empty(faults);
        return graph!;
    }
}
