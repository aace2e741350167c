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

        var waits = Enumerable.Range(0, 5).Select(_ => pace.Take(500, 0).TotalMilliseconds).ToList();

        Assert.Equal([400, 900, 1_400, 1_900, 2_400], waits);
    }

    [Fact]
    public void Never_holds_below_twice_what_comes_in_meanwhile()
    {
        var time = new FakeTimeProvider();
        var pace = new BackfillPace(1_000, time);
        pace.Take(1, 0);
        time.Advance(TimeSpan.FromSeconds(2));

        // 50,000 a second came in, so 100,000 a second may go: 1 s of it less what may go at once.
        Assert.Equal(900, pace.Take(100_000, 100_000).TotalMilliseconds);
    }

    [Fact]
    public void Saves_nothing_up_but_a_tenth_of_a_second_while_there_is_no_backlog()
    {
        var time = new FakeTimeProvider();
        var pace = new BackfillPace(1_000, time);
        pace.Take(100, 0);
        time.Advance(TimeSpan.FromHours(1));

        Assert.Equal(400, pace.Take(500, 0).TotalMilliseconds);
    }
}
