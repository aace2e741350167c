using DcOps.Collectors.Snmp.Polling;

namespace DcOps.Collectors.Snmp.Tests.Polling;

public sealed class UpTimeWatchTests
{
    static readonly DateTimeOffset Start = new(2026, 11, 22, 0, 0, 0, TimeSpan.Zero);

    // Seconds of uptime at the first look, seconds until the second look, seconds of uptime then.
    [Theory, Trait("Vector", "S16")]
    [InlineData(100, 10, 110, false)]
    [InlineData(100, 10, 3, true)]
    [InlineData(100, 600, 300, true)]
    [InlineData(100, 10, 99.5, false)]
    [InlineData(86_400, 3_600, 89_850, false)]
    [InlineData(42_949_000, 60, 0, true)]
    [InlineData(42_949_660, 60, 47, false)]
    [InlineData(42_949_660, 3_600, 3_590, false)]
    public void Sees_a_restart_and_not_the_wrap_of_the_counter(double first, double later, double second, bool expected)
    {
        var watch = new UpTimeWatch();
        Assert.False(watch.HasRestarted(TimeSpan.FromSeconds(first), Start));

        Assert.Equal(expected, watch.HasRestarted(TimeSpan.FromSeconds(second), Start.AddSeconds(later)));
    }

    [Fact]
    public void Knows_nothing_of_a_device_that_does_not_say()
    {
        var watch = new UpTimeWatch();
        watch.HasRestarted(TimeSpan.FromSeconds(100), Start);

        Assert.False(watch.HasRestarted(null, Start.AddSeconds(10)));
        Assert.True(watch.HasRestarted(TimeSpan.FromSeconds(5), Start.AddSeconds(20)));
    }
}
