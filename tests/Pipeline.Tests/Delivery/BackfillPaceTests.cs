using DcOps.Collectors.Pipeline.Delivery;
using Microsoft.Extensions.Time.Testing;

namespace DcOps.Collectors.Pipeline.Tests.Delivery;

public sealed class BackfillPaceTests
{
    [Fact]
    public void Lets_as_many_batches_go_as_the_rate_allows()
    {
        var time = new FakeTimeProvider();
        var pace = new BackfillPace(1_000, time);

        var waits = Enumerable.Range(0, 5).Select(_ => pace.Take(500).TotalMilliseconds).ToList();

        Assert.Equal([400, 900, 1_400, 1_900, 2_400], waits);
    }

    [Fact]
    public void Saves_nothing_up_but_a_tenth_of_a_second_while_there_is_no_backlog()
    {
        var time = new FakeTimeProvider();
        var pace = new BackfillPace(1_000, time);
        pace.Take(100);
        time.Advance(TimeSpan.FromHours(1));

        Assert.Equal(400, pace.Take(500).TotalMilliseconds);
    }
}
