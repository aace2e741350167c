using DcOps.Domain.Racks;
using FsCheck.Xunit;

namespace DcOps.Domain.Tests.Racks;

/// <summary>Random days of a rack with two feeds: losses, silences, duplicates, late rows, restarts.</summary>
public sealed class RoomPropertyTests
{
    /// <summary>Saving and restoring at any batch changes neither what is stored nor what is reported.</summary>
    [Property(MaxTest = 60)]
    public void Any_split_by_save_and_restore_gives_the_same_result(int seed)
    {
        var straight = Play(seed, restartEvery: 0);
        var restarted = Play(seed, restartEvery: 3);

        Assert.Equal(Serialized.Text(straight.State.Save()), Serialized.Text(restarted.State.Save()));
        Assert.Equal(straight.Stored.OrderBy(row => row.Key.Minute), restarted.Stored.OrderBy(row => row.Key.Minute));
    }

    /// <summary>Delivering batches again, at once or later, changes nothing.</summary>
    [Property(MaxTest = 60)]
    public void Repeated_batches_change_nothing(int seed)
    {
        var once = Play(seed, restartEvery: 0);
        var often = Play(seed, restartEvery: 0, repeats: 3);

        Assert.Equal(Serialized.Text(once.State.Save()), Serialized.Text(often.State.Save()));
        Assert.Equal(once.Stored.OrderBy(row => row.Key.Minute), often.Stored.OrderBy(row => row.Key.Minute));
    }

    /// <summary>However many polls are lost, minutes and intervals add up to what the registers turned, to the watt-hour.</summary>
    [Property(MaxTest = 100)]
    public void Energy_of_minutes_and_intervals_equals_the_registers(int seed)
    {
        var scene = Play(seed, restartEvery: 7);

        // The day of the play ends two hours after the start with a poll of both feeds, exactly on a boundary.
        var truth = Math.Round(Truth(seed, "pdu-a", 7_200), MidpointRounding.AwayFromZero)
            + Math.Round(Truth(seed, "pdu-b", 7_200), MidpointRounding.AwayFromZero)
            - Math.Round(Truth(seed, "pdu-a", 0), MidpointRounding.AwayFromZero)
            - Math.Round(Truth(seed, "pdu-b", 0), MidpointRounding.AwayFromZero);
        var minutes = scene.Stored.Values.Where(row => row.Energy is not null).Sum(row => row.Energy!.Value.WattHours);
        var intervals = scene.State.Report(RoomScene.At(7_201)).Intervals.Sum(interval => interval.Energy!.Value.WattHours);

        Assert.Equal(120, scene.Stored.Values.Count(row => row.Energy is not null));
        // The running total begins at zero and not at the register's first position: rounding may differ by one a feed.
        Assert.InRange(minutes, truth - 2, truth + 2);
        Assert.Equal(minutes, intervals);
    }

    static RoomScene Play(int seed, int restartEvery, int repeats = 1)
    {
        var random = new Random(seed);
        var scene = new RoomScene();
        var silentUntil = new Dictionary<string, double> { ["pdu-a"] = 0, ["pdu-b"] = 0 };
        for (var second = 0; second <= 7_200; second += 10)
        {
            foreach (var feed in silentUntil.Keys.Order(StringComparer.Ordinal).ToList())
            {
                if (random.Next(200) == 0)
                    silentUntil[feed] = second + random.Next(1_800);
                var isLost = random.Next(10) == 0 || second < silentUntil[feed];
                if (isLost && second is not (0 or 7_200))
                    continue;

                var at = RoomScene.At(second);
                var batch = scene.Batch(
                    1, [RoomScene.Traits(feed)],
                    RoomScene.Register(feed, Truth(seed, feed, second), at), RoomScene.Power(feed, 3_000 + random.Next(100), at));
                for (var time = 0; time < repeats; time++)
                    scene.State.Fold(batch, at.AddSeconds(1));
            }

            if (second % 60 == 50)
                scene.Take(second + 1);
            if (restartEvery > 0 && second % (restartEvery * 10) == 0)
                scene.State = RoomState.Restore(scene.Room, Serialized.Copy(scene.State.Save()));
        }

        scene.Take(7_500);
        return scene;
    }

    /// <summary>A register turned by a load that swings between 2 and 4 kW.</summary>
    static double Truth(int seed, string feed, double second) =>
        1_000 + ((seed & 0xff) * 0.37) + (feed == "pdu-a" ? 0.25 : 0.5)
        + (second * 3 / 3.6) + (600 / 3.6 * Math.Sin(second / 600));
}
