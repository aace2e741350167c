using DcOps.Collectors.Mqtt.Connecting;

namespace DcOps.Collectors.Mqtt.Tests.Brokers;

public sealed class ReconnectDelayTests
{
    [Fact]
    public void Doubles_up_to_its_maximum_and_is_drawn_from_the_upper_half()
    {
        var delay = new ReconnectDelay(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30), new Random(1));

        var waits = Enumerable.Range(0, 8).Select(_ => delay.Next().TotalSeconds).ToList();

        var wholes = new double[] { 1, 2, 4, 8, 16, 30, 30, 30 };
        Assert.All(waits.Zip(wholes), pair => Assert.InRange(pair.First, pair.Second / 2, pair.Second));
    }

    [Fact]
    public void A_thousand_collectors_do_not_come_back_together()
    {
        var random = new Random(1);

        var waits = Enumerable.Range(0, 1_000).Select(_ => new ReconnectDelay(TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(30), random).Next());

        Assert.InRange(waits.CountBy(wait => (int)(wait.TotalSeconds * 10)).Max(bin => bin.Value), 1, 60);
    }

    [Fact]
    public void Begins_anew_after_a_connection_that_held()
    {
        var delay = new ReconnectDelay(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30), new Random(1));
        for (var attempt = 0; attempt < 10; attempt++)
            delay.Next();

        delay.Reset();

        Assert.InRange(delay.Next().TotalSeconds, 0.5, 1);
    }
}
