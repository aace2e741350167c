using DcOps.Domain.Metering;
using DcOps.Domain.Units;

namespace DcOps.Domain.Tests.Metering;

public sealed class PowerIntegralTests
{
    static readonly DateTimeOffset Start = new(2026, 3, 2, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    [Trait("Vector", "M09")]
    public void Sums_trapezoids_and_marks_them_estimated()
    {
        var (first, none) = default(PowerIntegral).Apply(Power.FromKilowatts(10), Start);
        var (second, one) = first.Apply(Power.FromKilowatts(14), Start.AddMinutes(15));
        var (_, two) = second.Apply(Power.FromKilowatts(12), Start.AddMinutes(30));

        Assert.Null(none);
        Assert.Equal(6_250, one!.Value.WattHours + two!.Value.WattHours);
        Assert.All([one.Value, two.Value], span => Assert.Equal(SpanBasis.Estimate, span.Basis));
    }

    [Fact]
    public void Knows_nothing_of_a_gap_that_is_too_long_for_a_straight_line()
    {
        var (first, _) = default(PowerIntegral).Apply(Power.FromKilowatts(10), Start);

        var (_, gap) = first.Apply(Power.FromKilowatts(10), Start.AddMinutes(15).AddSeconds(1));

        Assert.Equal(new RegisterSpan(Start, Start.AddMinutes(15).AddSeconds(1), 0, SpanBasis.Unknown), gap);
    }
}
