using DcOps.Upload.Sending;
using Microsoft.Extensions.Time.Testing;

namespace DcOps.Upload.Tests;

public sealed class BacklogPaceTests
{
    [Fact]
    public void A_backlog_goes_at_the_configured_multiple_of_the_live_rate()
    {
        var time = new FakeTimeProvider();
        var pace = BacklogPace.Of(Sample.Plan(Sample.Json("http://127.0.0.1:1/", meters: string.Concat(Enumerable.Range(0, 88).Select(number => $$""", { "meter": "m{{number}}", "code": "c{{number}}" }""")))).Options, time);

        // 90 meters make 90 items in 15 minutes: five times that is 30 a minute.
        Assert.Equal(30, pace.Allowed());
        pace.Used(30);
        Assert.Equal(0, pace.Allowed());
        Assert.Equal(TimeSpan.FromSeconds(2), pace.UntilNext);
        time.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal(10, pace.Allowed());
        time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(30, pace.Allowed());
    }

    [Fact]
    public void Pauses_double_up_to_the_longest_and_begin_again_after_a_success()
    {
        var pauses = new Pauses(TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(10), () => 1);

        Assert.Equal([5, 10, 20, 40, 80, 160, 320, 600, 600], Enumerable.Range(0, 9).Select(_ => (int)pauses.Next().TotalSeconds));
        pauses.Reset();
        Assert.Equal(TimeSpan.FromSeconds(5), pauses.Next());
        Assert.Equal(TimeSpan.FromSeconds(2.5), new Pauses(TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(10), () => 0).Next());
    }
}
