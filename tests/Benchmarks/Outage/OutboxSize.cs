using System.Diagnostics;
using System.Globalization;
using DcOps.Collectors.Pipeline.Delivery;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;
using Microsoft.Extensions.Logging.Abstractions;

namespace DcOps.Benchmarks.Outage;

/// <summary>
/// What a sample takes on the outbox's disk, as it is written and as it waits, and how many days of outage a disk holds by
/// racks and interval. The samples are those of a rack with two PDUs of 24 values each, every value with the noise of a real
/// meter in its last digit: values that never change would compress to nothing.
/// </summary>
static class OutboxSize
{
    const int Racks = 1_000;
    const int ValuesPerPdu = 24;
    static readonly TimeSpan Played = TimeSpan.FromMinutes(40);
    static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    public static void Print(string folder)
    {
        var clock = new PlayedClock(new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero));
        using var outbox = Outbox.Open(
            new() { Folder = folder, Collector = "nj-01", WindowBytes = 0 }, clock, NullLogger<Outbox>.Instance);
        var random = new Random(1);
        var start = clock.GetUtcNow();
        var batches = 0;
        for (var at = start; at < start + Played; at += Interval)
        {
            outbox.Append([.. Enumerable.Range(0, Racks).Select(rack => Sample(rack, at, start, random))]);
            batches += Racks;
        }

        var plain = Closed(folder).Sum(file => new FileInfo(file).Length) / (double)Size(folder);
        var bytes = Size(folder) / (double)batches;
        var watch = Stopwatch.StartNew();
        var cpu = Environment.CpuUsage.TotalTime;
        var before = Closed(folder).ToDictionary(file => file, file => new FileInfo(file).Length, StringComparer.Ordinal);
        while (outbox.Pack())
        {
        }

        var spent = (Environment.CpuUsage.TotalTime - cpu).TotalSeconds;
        var packed = Directory.EnumerateFiles(folder, "*.packed").ToList();
        var packedFrom = before.Where(file => !File.Exists(file.Key)).Sum(file => file.Value);
        var ratio = packedFrom / (double)packed.Sum(file => new FileInfo(file).Length);
        Line($"a rack's sample of 2 x {ValuesPerPdu} values: {bytes:0} bytes as written ({bytes / (2 * ValuesPerPdu):0.0} a value), {bytes / ratio:0} packed, a factor of {ratio:0.0}");
        Line($"packing: {packedFrom / 1e6 / spent:0} MB a second of CPU; {packed.Count} segments in {watch.Elapsed.TotalSeconds:0.0} s; {plain:P0} of the outbox was in closed segments");
        Table(bytes / ratio);
    }

    static void Table(double bytes)
    {
        Line($"days of outage in 32 GiB, by racks and interval");
        Line($"{"racks",8} {"10 s",8} {"30 s",8} {"60 s",8}");
        foreach (var racks in (int[])[200, 1_000, 5_000, 10_000, 20_000])
        {
            string Days(int seconds) => (32.0 * (1L << 30) / (bytes * racks * 86_400 / seconds)).ToString("0.0", CultureInfo.InvariantCulture);
            Line($"{racks,8} {Days(10),8} {Days(30),8} {Days(60),8}");
        }
    }

    static OpenBatch Sample(int rack, DateTimeOffset at, DateTimeOffset start, Random random)
    {
        var readings = ImmutableArray.CreateBuilder<Reading>(2 * ValuesPerPdu);
        foreach (var device in (string[])["pdu-a", "pdu-b"])
            Pdu(readings, device, rack, at, start, random);
        return new(
            Location.Parse(string.Create(CultureInfo.InvariantCulture, $"NJ-01/R{rack / 200:00}/A{rack % 200:000}")),
            at,
            readings.DrainToImmutable(),
            [.. new[] { "pdu-a", "pdu-b" }.Select(device => new RegisterTraits(PointId.Total(device, Quantity.ActiveEnergy), 100, null, 12_000, false, null))]);
    }

    // Totals, three phases and five branches, as a metered PDU tells them.
    static void Pdu(ImmutableArray<Reading>.Builder readings, string device, int rack, DateTimeOffset at, DateTimeOffset start, Random random)
    {
        var watts = 1_500 + (rack % 7 * 100) + random.Next(-40, 41);
        void Add(PartKind part, ushort index, Quantity quantity, double value) =>
            readings.Add(new(new(device, part, index, quantity), value, at, ReadingQuality.Good));
        Add(PartKind.Total, 0, Quantity.ActivePower, watts);
        Add(PartKind.Total, 0, Quantity.ActiveEnergy, Math.Floor(1_000_000 + (rack * 977) + (1_800 * (at - start).TotalHours / 100)) * 100);
        Add(PartKind.Total, 0, Quantity.ApparentPower, watts + random.Next(20, 60));
        Add(PartKind.Total, 0, Quantity.PowerFactor, random.Next(95, 99) / 100.0);
        Add(PartKind.Total, 0, Quantity.Frequency, 50 + (random.Next(-2, 3) / 100.0));
        Add(PartKind.Total, 0, Quantity.Condition, 1);
        for (ushort phase = 1; phase <= 3; phase++)
        {
            Add(PartKind.Phase, phase, Quantity.Voltage, 230 + (random.Next(-15, 16) / 10.0));
            Add(PartKind.Phase, phase, Quantity.Current, (watts / 690.0) + (random.Next(-10, 11) / 100.0));
            Add(PartKind.Phase, phase, Quantity.ActivePower, (watts / 3) + random.Next(-20, 21));
        }

        for (ushort branch = 1; branch <= 6; branch++)
            Add(PartKind.Breaker, branch, Quantity.Current, random.Next(50, 400) / 100.0);
        Add(PartKind.Sensor, 1, Quantity.InletTemperature, 22 + (random.Next(-10, 11) / 10.0));
        Add(PartKind.Sensor, 2, Quantity.InletTemperature, 23 + (random.Next(-10, 11) / 10.0));
        Add(PartKind.Sensor, 1, Quantity.Humidity, random.Next(40, 50) / 100.0);
    }

    static IEnumerable<string> Closed(string folder) => Directory.EnumerateFiles(folder, "*.closed");

    static long Size(string folder) => Directory.EnumerateFiles(folder).Sum(file => new FileInfo(file).Length);

    static void Line(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
