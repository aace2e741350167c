using System.Diagnostics;
using System.Globalization;
using System.Text;
using DcOps.Domain.Alarms;
using DcOps.Domain.Alarms.Rules;
using DcOps.Domain.Alarms.Watching;
using DcOps.Domain.PowerChain;
using DcOps.Domain.Racks;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Benchmarks.Alarms;

/// <summary>What an update of 8 values costs at each stage of a room: the fold, the rules of points, the watches.</summary>
static class StagesTrial
{
    const int Racks = 200;
    const int Updates = 100_000;

    static readonly DateTimeOffset Start = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    public static string Run()
    {
        var room = RoomId.Parse("NJ-01/R01");
        var racks = Enumerable.Range(0, Racks).Select(rack => new Rack(new(room, string.Create(CultureInfo.InvariantCulture, $"A{rack:000}")), Power.FromKilowatts(8))).ToList();
        var (state, book) = (RoomState.New(new(room, new("房", "room"), [.. racks])), new AlarmBook(AlarmPolicy.Usual));
        var points = AlarmRuleBook.Shipped.Points(EquipmentRegister.Empty);
        var watches = new AlarmWatches(AlarmRuleBook.Shipped, DependencyGraph.Empty, EquipmentRegister.Empty, AlarmPolicy.Usual, _ => true, Start);
        var (fold, rules, watching) = (0L, 0L, 0L);
        for (var update = 0; update < Updates; update++)
        {
            var at = Start.AddMilliseconds(update * 10);
            var batch = new ReadingBatch("load", update + 1, Location.Of(racks[update % Racks].Id), at, Readings(at), []);
            var begin = Stopwatch.GetTimestamp();
            state.Fold(batch, at);
            var folded = Stopwatch.GetTimestamp();
            book.Observe(points, batch.Location, state.Taken, at);
            var ruled = Stopwatch.GetTimestamp();
            watches.Observe(book, batch.Location, state.Taken, at);
            watching += Stopwatch.GetTimestamp() - ruled;
            (fold, rules) = (fold + (folded - begin), rules + (ruled - folded));
        }

        return new StringBuilder().Append(Line("fold", fold)).Append(Line("rules of points", rules)).Append(Line("watches", watching)).ToString();
    }

    static string Line(string name, long ticks) => string.Create(
        CultureInfo.InvariantCulture, $"{name,-18} {Stopwatch.GetElapsedTime(0, ticks).TotalMicroseconds / Updates,8:0.00} us an update of 8 values\n");

    static ImmutableArray<Reading> Readings(DateTimeOffset at) =>
    [
        Of("pdu-a", Quantity.ActivePower, 4_000, at), Of("pdu-a", Quantity.Voltage, 230, at), Of("pdu-a", Quantity.Current, 18, at),
        Of("pdu-b", Quantity.ActivePower, 3_900, at), Of("pdu-b", Quantity.Voltage, 230, at), Of("pdu-b", Quantity.Current, 17, at),
        Of("env", Quantity.InletTemperature, 24, at), Of("env", Quantity.Humidity, 0.5, at),
    ];

    static Reading Of(string device, Quantity quantity, double value, DateTimeOffset at) =>
        new(PointId.Total(device, quantity), value, at, ReadingQuality.Good);
}
