using DcOps.Domain.Ledger;
using DcOps.Domain.Metering;
using DcOps.Domain.Tests.Metering;
using DcOps.Domain.Topology;
using FsCheck.Xunit;

namespace DcOps.Domain.Tests.Ledger;

/// <summary>Random true loads through random polls, losses, repetitions, disorder, wraps and resets.</summary>
public sealed class LedgerPropertyTests
{
    const double RatedWatts = 60_000;

    /// <summary>Wide enough that hardly two runs are the same.</summary>
    const int Seeds = 1_000_000_000;
    const int MinutesOfDay = 24 * 60;

    static readonly BusinessPeriod Day = BusinessCalendar.Shanghai.Day(new(2026, 3, 2));

    [Property(MaxTest = 500, StartSize = Seeds, EndSize = Seeds)]
    public void The_total_is_the_truth_wherever_registers_span_it(int seed)
    {
        var random = new Random(seed);
        var (truth, readings, modulus) = Scene(random);

        var series = Fold(readings, modulus);

        Assert.DoesNotContain(IntervalQuality.Missing, series.Qualities.ToArray());
        Assert.Equal(truth.Total, series.Total.WattHours);
        Assert.All(Enumerable.Range(0, series.Count), index => Assert.Equal(0, series.EstimatedOf(index)));
    }

    [Property(MaxTest = 300, StartSize = Seeds, EndSize = Seeds)]
    public void Between_any_two_boundaries_with_readings_on_them_the_energy_is_the_truth(int seed)
    {
        var random = new Random(seed);
        var (truth, readings, modulus) = Scene(random);
        var series = Fold(readings, modulus);
        var exact = readings.All.Select(reading => (int)(reading.At - Day.From).TotalMinutes).Where(minute => minute % 15 == 0)
            .Distinct().Order().ToArray();

        foreach (var (from, to) in exact.Zip(exact.Skip(1)))
        {
            var energy = Enumerable.Range(from / 15, (to - from) / 15).Sum(index => series.WattHours[index]);
            Assert.Equal((long)(truth.Until(to) - truth.Until(from)), energy);
        }
    }

    [Property(MaxTest = 500, StartSize = Seeds, EndSize = Seeds)]
    public void Whatever_a_register_shows_no_interval_holds_more_than_the_rating_allows(int seed)
    {
        var random = new Random(seed);
        var readings = new MeterReadings();
        for (var minute = 0; minute <= MinutesOfDay; minute += 1 + random.Next(40))
        {
            readings.Add(new(
                Day.From.AddMinutes(minute), random.NextDouble() * Math.Pow(10, random.Next(1, 9)),
                random.Next(9) == 0 ? "B" : "A", random.Next(5) == 0 ? Day.From.AddMinutes(minute - random.Next(30)) : null,
                MeanWatts: random.NextDouble() * 1e6));
        }

        var series = Fold(readings, random.Next(2) == 0 ? null : 1_000_000);

        var most = EnergyRegister.MostWattHours(RatedWatts, IntervalGrid.Quarter) + (2 * 16) + 1;
        Assert.All(Enumerable.Range(0, series.Count), index => Assert.InRange(series.WattHours[index], 0, most));
    }

    [Property(MaxTest = 60, StartSize = Seeds, EndSize = Seeds)]
    public void Any_order_of_arrival_with_any_repetition_closes_to_the_same_ledger(int seed)
    {
        var random = new Random(seed);
        var arrivals = Arrivals(random);

        var straight = Closed(arrivals);
        var shuffled = arrivals.Concat(arrivals.Where(_ => random.Next(3) == 0)).ToArray();
        random.Shuffle(shuffled);

        Assert.Equal(straight, Closed(shuffled));
    }

    [Property(MaxTest = 30, StartSize = Seeds, EndSize = Seeds)]
    public void What_comes_late_ends_in_the_same_figures_and_hides_nothing(int seed)
    {
        var random = new Random(seed);
        var arrivals = Arrivals(random);
        random.Shuffle(arrivals);
        var book = Book();
        var now = Day.To.AddDays(3);

        foreach (var (meter, reading) in arrivals[..(arrivals.Length / 2)])
            book.Take(meter, reading);
        book.Close(PeriodKind.Day, Day, now);
        var first = book[PeriodKind.Day, Day]!.Current;
        foreach (var (meter, reading) in arrivals[(arrivals.Length / 2)..])
            book.Take(meter, reading);
        book.Close(PeriodKind.Day, Day, now.AddDays(1));

        var straight = Book();
        foreach (var (meter, reading) in arrivals)
            straight.Take(meter, reading);
        straight.Close(PeriodKind.Day, Day, now);
        var closed = book[PeriodKind.Day, Day]!;
        Assert.True(closed.Current.Totals.SaysTheSameAs(straight[PeriodKind.Day, Day]!.Current.Totals));
        Assert.Same(first, closed[1]);
        Assert.Equal(closed.Revisions.Length, closed.Current.Number);
    }

    [Property(MaxTest = 200, StartSize = Seeds, EndSize = Seeds)]
    public void Children_add_up_to_their_parent_in_every_interval_with_readings_at_both_ends(int seed)
    {
        var random = new Random(seed);
        TrueMeter[] children = [.. Enumerable.Range(0, 4).Select(_ => new TrueMeter(random, Day.From, MinutesOfDay, RatedWatts / 4))];
        var parent = new MeterReadings();
        var below = children.Select(_ => new MeterReadings()).ToArray();
        for (var minute = 0; minute <= MinutesOfDay; minute += 15)
        {
            parent.Add(new(Day.From.AddMinutes(minute), children.Sum(child => child.Until(minute))));
            for (var child = 0; child < children.Length; child++)
                below[child].Add(children[child].Read(minute, child * 777, 500_000, null));
        }

        var whole = Fold(parent, null);
        var parts = below.Select(readings => Fold(readings, 500_000)).ToArray();

        Assert.All(
            Enumerable.Range(0, whole.Count),
            index => Assert.Equal(whole.WattHours[index], parts.Sum(part => part.WattHours[index])));
    }

    /// <summary>
    /// A day of one meter: readings at its both ends, most of those between lost, some twice; wrapping registers, and one
    /// reset that a reading had just preceded, so that registers span everything.
    /// </summary>
    static (TrueMeter Truth, MeterReadings Readings, double? Modulus) Scene(Random random)
    {
        var truth = new TrueMeter(random, Day.From, MinutesOfDay, RatedWatts);
        double? modulus = random.Next(2) == 0 ? null : 400_000;
        int? reset = random.Next(2) == 0 ? null : 1 + random.Next(MinutesOfDay - 1);
        var offset = random.Next(300_000);
        var polls = new List<int> { 0, MinutesOfDay };
        if (reset is { } at)
            polls.Add(at);
        var keep = random.Next(1, 10);
        polls.AddRange(Enumerable.Range(0, MinutesOfDay / 5).Select(poll => poll * 5).Where(_ => random.Next(10) < keep));

        // A register must be read before it can wrap twice: six hours at the rating stay below the modulus.
        polls.AddRange(Enumerable.Range(0, 5).Select(quarter => quarter * 360));
        var readings = new MeterReadings();
        foreach (var minute in polls.Concat(polls.Where(_ => random.Next(4) == 0)).OrderBy(_ => random.Next()))
            readings.Add(truth.Read(minute, offset, modulus, reset));
        return (truth, readings, modulus);
    }

    static (string Meter, RegisterReading Reading)[] Arrivals(Random random)
    {
        var arrivals = new List<(string, RegisterReading)>();
        foreach (var meter in new[] { "main", "ups", "cooling" })
        {
            var truth = new TrueMeter(random, Day.From.AddHours(-1), MinutesOfDay + 120, RatedWatts / 3);
            for (var minute = 0; minute <= truth.Minutes; minute += 5 + random.Next(60))
                arrivals.Add((meter, truth.Read(minute, 1_000, 400_000, minute > 0 && random.Next(40) == 0 ? minute - 1 : null)));
        }

        return [.. arrivals];
    }

    static string Closed(IEnumerable<(string Meter, RegisterReading Reading)> arrivals)
    {
        var book = Book();
        foreach (var (meter, reading) in arrivals)
            book.Take(meter, reading);
        book.Close(PeriodKind.Day, Day, Day.To.AddDays(3));
        return Serialized.Text(book.Closed);
    }

    static FacilityBook Book() => new(
        MeterOf.Facility,
        new MeterRegistry([
            MeterOf.Role(MeterRole.UtilityEntrance, "main", ratedKilowatts: 60, modulus: 400_000),
            MeterOf.Role(MeterRole.UpsOutput, "ups", "main", ratedKilowatts: 60, modulus: 400_000),
            MeterOf.Role(MeterRole.Cooling, "cooling", "main", ratedKilowatts: 60, modulus: 400_000),
        ]),
        BusinessCalendar.Shanghai,
        ClosePolicy.Default);

    static EnergySeries Fold(MeterReadings readings, double? modulus) => new MeterFold(IntervalGrid.Quarter).Fold(
        [MeterOf.Role(MeterRole.UtilityEntrance, "main", ratedKilowatts: RatedWatts / 1_000, modulus: modulus)],
        readings.Around(Day.From, Day.To), Day, BusinessCalendar.Shanghai);
}
