using System.Globalization;
using System.Text;
using DcOps.Domain.Alarms;
using DcOps.Domain.Alarms.Rules;
using DcOps.Domain.PowerChain;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;

namespace DcOps.Benchmarks.Alarms;

/// <summary>Every shipped rule of points over updates of 8 values, in books of 200 racks, on one core.</summary>
static class WatchTrial
{
    const int RacksOfRoom = 200;

    static readonly DateTimeOffset Start = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    public static string Run(int racks)
    {
        var rooms = Enumerable.Range(0, racks / RacksOfRoom).Select(_ => new AlarmBook(AlarmPolicy.Usual)).ToArray();
        var locations = Enumerable.Range(0, racks).Select(rack => Location.Parse($"NJ-01/R{rack / RacksOfRoom}/A{rack % RacksOfRoom}")).ToArray();
        var rules = AlarmRuleBook.Shipped.Points(EquipmentRegister.Empty);
        var text = new StringBuilder();
        var calm = Update(celsius: 23);
        for (var round = 0; round < 3; round++)
        {
            var (rate, allocated) = Pass(rooms, locations, rules, calm, round * 10);
            text.AppendLine(
                CultureInfo.InvariantCulture, $"racks at peace      {rate,12:N0} updates a second of processor (8 values)   {allocated:N2} bytes allocated each");
        }

        var before = GC.GetTotalMemory(forceFullCollection: true);
        var hot = Update(celsius: 29);
        Pass(rooms, locations, rules, hot, 100);
        Pass(rooms, locations, rules, hot, 160);
        var entries = rooms.Sum(room => room.TakeTransitions().Length);
        var standing = rooms.Sum(room => room.Standing.Count());
        var after = GC.GetTotalMemory(forceFullCollection: true);
        text.AppendLine(
            CultureInfo.InvariantCulture,
            $"standing            {standing,12:N0} alarms, {entries:N0} journal entries   {(after - before) / (double)standing:N0} bytes kept each");
        for (var round = 0; round < 3; round++)
        {
            var (rate, allocated) = Pass(rooms, locations, rules, hot, 170 + (round * 10));
            text.AppendLine(
                CultureInfo.InvariantCulture, $"racks with an alarm {rate,12:N0} updates a second of processor (8 values)   {allocated:N2} bytes allocated each");
        }

        GC.KeepAlive(rooms);
        return text.ToString().TrimEnd();
    }

    static (double Rate, double Allocated) Pass(AlarmBook[] rooms, Location[] locations, PointRules rules, Reading[] update, double second)
    {
        var at = Start.AddSeconds(second);
        for (var value = 0; value < update.Length; value++)
            update[value] = update[value] with { ObservedAt = at };
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var started = Environment.CpuUsage.TotalTime;
        for (var rack = 0; rack < locations.Length; rack++)
            rooms[rack / RacksOfRoom].Observe(rules, locations[rack], update, at.AddSeconds(1));
        var taken = Environment.CpuUsage.TotalTime - started;
        return (locations.Length / taken.TotalSeconds, (GC.GetAllocatedBytesForCurrentThread() - allocated) / (double)locations.Length);
    }

    static Reading[] Update(double celsius) =>
    [
        new(PointId.Total("pdu-a", Quantity.ActivePower), 2_000, Start, ReadingQuality.Good),
        new(PointId.Total("pdu-a", Quantity.ActiveEnergy), 1_234_567, Start, ReadingQuality.Good),
        new(PointId.Total("pdu-a", Quantity.Voltage), 230, Start, ReadingQuality.Good),
        new(PointId.Total("pdu-a", Quantity.Current), 9, Start, ReadingQuality.Good),
        new(PointId.Total("pdu-b", Quantity.ActivePower), 2_000, Start, ReadingQuality.Good),
        new(PointId.Total("pdu-b", Quantity.ActiveEnergy), 1_234_567, Start, ReadingQuality.Good),
        new(new PointId("sensor-1", PartKind.Sensor, 1, Quantity.InletTemperature), celsius, Start, ReadingQuality.Good),
        new(new PointId("sensor-1", PartKind.Sensor, 1, Quantity.Humidity), 0.45, Start, ReadingQuality.Good),
    ];
}
