using DcOps.Domain.Metering;

namespace DcOps.Domain.Tests.Metering;

public sealed class TransformerRatioTests
{
    [Fact]
    [Trait("Vector", "M06")]
    public void Multiplies_what_the_register_shows()
    {
        var ratio = new TransformerRatio(CurrentPrimary: 400, CurrentSecondary: 5);

        Assert.Equal(100.0, 1.25 * ratio.Multiplier);
    }

    [Fact]
    public void Multiplies_current_by_voltage_ratio()
    {
        var ratio = new TransformerRatio(400, 5, VoltagePrimary: 10_000, VoltageSecondary: 100);

        Assert.Equal(8_000, ratio.Multiplier);
    }
}
