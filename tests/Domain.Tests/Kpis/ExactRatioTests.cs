using DcOps.Domain.Units;

namespace DcOps.Domain.Tests.Kpis;

public sealed class ExactRatioTests
{
    [Fact]
    public void A_ratio_over_a_ratio_is_exact_where_it_fits()
    {
        Assert.Equal(new ExactRatio(11, 10), ExactRatio.Over(new(22, 100), new(20, 100)));
        Assert.Equal(0, ExactRatio.Over(new(220_000_000_000, 1_000_000_000_000), new(200_000_000_000, 1_000_000_000_000)).CompareTo(1.10m));
        Assert.Equal(-1, ExactRatio.Over(new(219_999_999_999, 1_000_000_000_000), new(200_000_000_000, 1_000_000_000_000)).CompareTo(1.10m));
    }

    [Fact]
    public void Products_beyond_64_bits_keep_the_value()
    {
        var ratio = ExactRatio.Over(new(long.MaxValue - 1, 7_777_777_777), new(9_999_999_999_989, 9_999_999_999_971));

        Assert.InRange(ratio.Value / ((long.MaxValue - 1) / 7_777_777_777.0 * (9_999_999_999_971 / 9_999_999_999_989.0)), 1 - 1e-9, 1 + 1e-9);
    }

    [Fact]
    public void A_ratio_of_nothing_divides_nothing() =>
        Assert.Throws<DivideByZeroException>(() => ExactRatio.Over(new(1, 2), new(0, 5)));
}
