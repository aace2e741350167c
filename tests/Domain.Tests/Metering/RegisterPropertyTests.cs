using DcOps.Domain.Metering;
using FsCheck.Xunit;

namespace DcOps.Domain.Tests.Metering;

/// <summary>Random true loads read through random faults.</summary>
public sealed class RegisterPropertyTests
{
    const double RatedKilowatts = 10;

    /// <summary>Wide enough that hardly two runs are the same.</summary>
    const int Seeds = 1_000_000_000;

    /// <summary>
    /// Losses of polls, wraps and resets with evidence: what is measured and estimated is what flowed.
    /// </summary>
    [Property(MaxTest = 500, StartSize = Seeds, EndSize = Seeds)]
    public void Total_equals_the_truth_through_losses_wraps_and_resets_with_evidence(int seed)
    {
        var random = new Random(seed);
        var modulus = random.Next(2) == 0 ? (double?)null : 50_000;
        var run = new RegisterRun(resolution: 1, modulus: modulus, ratedKilowatts: RatedKilowatts);
        var (shown, total, minute) = (random.NextDouble() * 40_000, 0.0, 0.0);
        DateTimeOffset? marker = RegisterRun.Minute(-1);
        // A constant load makes the estimate of the time before a reset exact, so the totals can be compared exactly.
        var kilowatts = random.NextDouble() * RatedKilowatts;
        run.Read(shown, minute, marker);
        var (truth, lost) = (0.0, 0);
        for (var poll = 0; poll < 200; poll++)
        {
            var wattHours = kilowatts * 1_000 / 6;
            minute += 10;
            truth += wattHours;
            shown += wattHours;
            if (modulus is { } limit && shown >= limit)
                shown -= limit;
            if (random.Next(20) == 0)
            {
                shown = wattHours / 2;
                marker = RegisterRun.Minute(minute - 5);
            }
            else if (random.Next(3) == 0 && lost < 4 && poll < 199)
            {
                lost++;
                continue;
            }

            var step = run.Read(shown, minute, marker, meanKilowatts: kilowatts);
            total += step.MeasuredWattHours + step.EstimatedWattHours;
            lost = 0;
        }

        Assert.Equal(truth, total, 1e-3);
    }

    /// <summary>Whatever a device shows, no more energy is believed than 1.2 times the rating could carry.</summary>
    [Property(MaxTest = 500, StartSize = Seeds, EndSize = Seeds)]
    public void Never_exceeds_what_the_rating_allows(int seed)
    {
        var random = new Random(seed);
        var run = new RegisterRun(
            resolution: 1, modulus: random.Next(2) == 0 ? null : 1_000_000, ratedKilowatts: RatedKilowatts,
            isVolatile: random.Next(2) == 0);
        var (minute, total, steps) = (0.0, 0.0, 0);
        for (var poll = 0; poll < 100; poll++)
        {
            minute += 1 + random.Next(30);
            var position = random.NextDouble() * Math.Pow(10, random.Next(1, 8));
            var restarted = random.Next(3) == 0 ? RegisterRun.Minute(minute - random.Next(60)) : (DateTimeOffset?)null;
            var step = run.Read(position, minute, restarted, restarted, meanKilowatts: random.NextDouble() * 100);
            total += step.MeasuredWattHours + step.EstimatedWattHours;
            steps++;
        }

        var most = EnergyRegister.MostWattHours(RatedKilowatts * 1_000, TimeSpan.FromMinutes(minute)) + (steps * 2);
        Assert.InRange(total, 0, most);
    }

    /// <summary>Spans follow each other without gap or overlap, whatever happened.</summary>
    [Property(MaxTest = 300, StartSize = Seeds, EndSize = Seeds)]
    public void Spans_follow_each_other_without_gap(int seed)
    {
        var random = new Random(seed);
        var run = new RegisterRun(modulus: 100_000, ratedKilowatts: RatedKilowatts, isVolatile: true);
        var at = RegisterRun.Minute(0);
        run.Read(50_000, 0);
        var minute = 0.0;
        for (var poll = 0; poll < 100; poll++)
        {
            minute += 1 + random.Next(20);
            var restarted = random.Next(3) == 0 ? RegisterRun.Minute(minute - (random.NextDouble() * 30)) : (DateTimeOffset?)null;
            var step = run.Read(random.Next(110_000), minute, null, restarted, random.NextDouble() * RatedKilowatts);
            foreach (var span in new[] { step.First, step.Second })
            {
                if (span is not { } some)
                    continue;
                Assert.Equal(at, some.From);
                Assert.True(some.To >= some.From);
                at = some.To;
            }

            Assert.Equal(run.Register.ReadAt, at);
        }
    }
}
