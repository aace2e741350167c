using DcOps.Domain.Metering;

namespace DcOps.Domain.Tests.Metering;

public sealed class RegisterRolloverTests
{
    [Theory]
    [Trait("Vector", "M16")]
    [InlineData(10_000_000, 3_680, 113.2)]
    [InlineData(10_000_000, 22_000, 18.9)]
    [InlineData(2_147_483_648, 500_000, 179.0)]
    public void Takes_so_many_days_at_a_constant_power(double modulusWattHours, double watts, double days)
    {
        Assert.Equal(days, RegisterRollover.TimeToWrap(modulusWattHours, watts).TotalDays, 1);
    }

    [Fact]
    [Trait("Vector", "M16")]
    public void Takes_seconds_for_a_small_counter_of_octets()
    {
        const double OctetsPerHour = 10e9 / 8 * 3_600;

        Assert.Equal(3.436, RegisterRollover.TimeToWrap(4_294_967_296, OctetsPerHour).TotalSeconds, 3);
    }

    [Fact]
    public void Is_safe_while_polls_come_faster_than_wraps()
    {
        Assert.True(RegisterRollover.IsSafe(10_000_000, 22_000, TimeSpan.FromDays(15)));
        Assert.False(RegisterRollover.IsSafe(10_000_000, 22_000, TimeSpan.FromDays(16)));
        Assert.True(RegisterRollover.IsSafe(null, 22_000, TimeSpan.FromDays(16)));
        Assert.Equal(TimeSpan.MaxValue, RegisterRollover.TimeToWrap(1, 0));
    }
}
