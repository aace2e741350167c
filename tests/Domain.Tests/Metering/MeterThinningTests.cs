using DcOps.Domain.History;
using DcOps.Domain.Ledger;
using DcOps.Domain.Metering;
using DcOps.Domain.Tests.Ledger;
using DcOps.Domain.Topology;
using FsCheck.Xunit;

namespace DcOps.Domain.Tests.Metering;

/// <summary>What is dropped must not be missed: the same intervals from the kept readings as from all.</summary>
public sealed class MeterThinningTests
{
    const int Seeds = 1_000_000_000;

    static readonly BusinessPeriod Day = BusinessCalendar.Shanghai.Day(new(2026, 3, 2));

    [Property(MaxTest = 400, StartSize = Seeds, EndSize = Seeds)]
    public void Any_sequence_in_order_folds_to_the_same_from_what_is_kept(int seed)
    {
        var random = new Random(seed);
        var (entry, readings) = Scene(random);

        var (kept, _) = Thin(entry, readings);

        Assert.Equal(Fold(entry, readings), Fold(entry, kept));
    }

    [Property(MaxTest = 200, StartSize = Seeds, EndSize = Seeds)]
    public void Disorder_within_the_hold_changes_nothing(int seed)
    {
        var random = new Random(seed);
        var (entry, readings) = Scene(random);
        var shaken = readings.Select(reading => (reading, key: reading.At + (MeterThinning.Hold * random.NextDouble() * 0.99)))
            .OrderBy(each => each.key).Select(each => each.reading).ToList();

        Assert.Equal(Fold(entry, readings), Fold(entry, Thin(entry, shaken).Kept));
    }

    [Property(MaxTest = 200, StartSize = Seeds, EndSize = Seeds)]
    public void Any_order_of_arrival_of_a_meter_that_counts_truly_folds_to_the_same(int seed)
    {
        var random = new Random(seed);
        var entry = MeterOf.Role(MeterRole.UtilityEntrance, "main", ratedKilowatts: 60);
        var truth = new TrueMeter(random, Day.From.AddHours(-1), 26 * 60, entry.RatedWatts);
        var readings = Enumerable.Range(0, truth.Minutes).Where(_ => random.Next(4) > 0)
            .Select(minute => truth.Read(minute, offset: 1_000, modulus: null, resetMinute: null)).ToList();
        var arrivals = readings.ToArray();
        random.Shuffle(arrivals);

        Assert.Equal(Fold(entry, readings), Fold(entry, Thin(entry, arrivals).Kept));
    }

    [Fact]
    public void A_meter_that_works_keeps_two_readings_a_quarter_and_its_last_when_it_falls_silent()
    {
        var entry = MeterOf.Role(MeterRole.UtilityEntrance, "main", ratedKilowatts: 200);
        var readings = Enumerable.Range(0, 6 * 24 * 60).Select(step => new RegisterReading(Day.From.AddSeconds(step * 10), step * 250.0)).ToList();

        var (kept, dropped) = Thin(entry, readings);

        Assert.Equal(readings.Count, kept.Count + dropped);
        Assert.InRange(kept.Count, 192, 215);
        Assert.Equal(readings[^1], kept[^1]);
    }

    [Fact]
    public void What_waits_survives_and_a_register_without_traits_keeps_all()
    {
        var entry = MeterOf.Role(MeterRole.UtilityEntrance, "main");
        var readings = Enumerable.Range(0, 60).Select(step => new RegisterReading(Day.From.AddSeconds(step * 30), step * 10.0)).ToList();
        var thinning = new MeterThinning("main");
        var kept = ImmutableArray.CreateBuilder<MeterReading>();
        foreach (var reading in readings)
        {
            thinning.Take(MeterReading.Of(entry.Facility, "main", reading), null, kept);
            thinning = new(Serialized.Copy(thinning.Save()));
        }

        thinning.Settle(Day.To, kept);

        Assert.Equal(readings, kept.Select(row => row.Register!.Value));
    }

    [Fact]
    public void Power_is_kept_once_a_minute_and_only_while_the_register_is_silent()
    {
        var thinning = new MeterThinning("main");
        var kept = ImmutableArray.CreateBuilder<MeterReading>();
        var entry = MeterOf.Role(MeterRole.UtilityEntrance, "main");
        thinning.Take(MeterReading.Of(entry.Facility, "main", new RegisterReading(Day.From, 1)), entry.Traits, kept);
        for (var second = 0; second < 1_800; second += 10)
            thinning.Sample(MeterReading.Of(entry.Facility, "main", new PowerSample(Day.From.AddSeconds(second), new(1_000))), kept);

        Assert.Equal(Enumerable.Range(15, 15).Select(minute => Day.From.AddMinutes(minute)), kept.Select(row => row.At));
    }

    static (RegisteredMeter Entry, List<RegisterReading> Readings) Scene(Random random)
    {
        var entry = MeterOf.Role(MeterRole.UtilityEntrance, "main", ratedKilowatts: 60) with
        {
            IsVolatile = random.Next(2) == 0,
            ModulusWattHours = random.Next(3) == 0 ? 100_000 : null,
            ResolutionWattHours = random.Next(2) == 0 ? 1 : 100,
        };
        var (readings, position, marker, restarted) = (new List<RegisterReading>(), random.NextDouble() * 90_000, (DateTimeOffset?)null, Day.From.AddDays(-9));
        var (serial, at) = ("A", Day.From.AddHours(-2));
        while (at < Day.To.AddHours(1))
        {
            var step = TimeSpan.FromSeconds(random.Next(40) == 0 ? random.Next(4_000) + 1 : random.Next(115) + 5);
            at += step;
            position += random.NextDouble() * 60_000 * step.TotalHours * (random.Next(20) == 0 ? 1.3 : 1);
            if (entry.ModulusWattHours is { } modulus)
                position %= modulus;
            switch (random.Next(150))
            {
                case 0: (position, marker) = (random.NextDouble() * 50, at.AddSeconds(-random.Next(30))); break;
                case 1: position = random.NextDouble() * 200; break;
                case 2: (serial, position) = (serial + "x", random.NextDouble() * 9_000); break;
                case 3: restarted = at.AddSeconds(-random.Next(20)); position = entry.IsVolatile ? random.NextDouble() * 100 : position; break;
                case 4: position += 1e6 * random.NextDouble(); break;
            }

            var shown = random.Next(120) == 0 ? position * random.NextDouble() * 3 : random.Next(60) == 0 ? position - (entry.ResolutionWattHours * random.NextDouble()) : position;
            readings.Add(new(
                at, Math.Floor(shown / entry.ResolutionWattHours) * entry.ResolutionWattHours, serial, marker,
                restarted.AddMilliseconds(random.Next(-400, 400)), random.Next(3) == 0 ? null : random.NextDouble() * 60_000));
        }

        return (entry, readings);
    }

    static (List<RegisterReading> Kept, int Dropped) Thin(RegisteredMeter entry, IReadOnlyCollection<RegisterReading> arrivals)
    {
        var thinning = new MeterThinning(entry.Meter);
        var kept = ImmutableArray.CreateBuilder<MeterReading>();
        var dropped = 0;
        foreach (var reading in arrivals)
            dropped += thinning.Take(MeterReading.Of(entry.Facility, entry.Meter, reading), entry.Traits, kept);
        dropped += thinning.Settle(DateTimeOffset.MaxValue, kept);
        return ([.. kept.Select(row => row.Register!.Value)], dropped);
    }

    static List<IntervalPiece> Fold(RegisteredMeter entry, IEnumerable<RegisterReading> readings)
    {
        var all = new MeterReadings();
        foreach (var reading in readings)
            all.Add(reading);
        var series = new MeterFold(IntervalGrid.Quarter).Fold([entry], all.Around(Day.From, Day.To), Day, BusinessCalendar.Shanghai);
        return [.. Enumerable.Range(0, series.Count).Select(index => series[index])];
    }
}
