using DcOps.Domain.Alarms;

namespace DcOps.Domain.Tests.Alarms;

/// <summary>When a condition counts as not known any more, by how often it is read.</summary>
public sealed class SlowPointTests
{
    const double Hot = 28;

    [Theory]
    [InlineData(60)]
    [InlineData(120)]
    [InlineData(900)]
    public void A_condition_that_is_read_seldom_is_missing_after_three_of_its_own_intervals(int interval)
    {
        var scene = new AlarmScene();
        scene.Read(0, Hot);
        for (var second = interval; second <= 4 * interval; second += interval)
        {
            scene.Read(second, Hot);
            scene.Sweep(second + interval - 1);
        }

        scene.Sweep((7 * interval) - 1);
        Assert.Equal([AlarmEvent.Raised], scene.Journal.Select(entry => entry.Event));
        scene.Sweep((7 * interval) + 1);

        Assert.True(scene.Alarm!.IsDataMissing);
        Assert.Equal(AlarmScene.At(7 * interval), scene.Journal[^1].At);
    }

    [Fact]
    public void An_outage_does_not_make_a_point_seem_slow()
    {
        var scene = new AlarmScene();
        foreach (var second in new[] { 0, 10, 20, 1_820, 1_830 })
            scene.Read(second, Hot);

        scene.Sweep(1_876);

        Assert.True(scene.Alarm!.IsDataMissing);
    }
}
