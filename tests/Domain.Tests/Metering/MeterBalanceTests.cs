using DcOps.Domain.Ledger;
using DcOps.Domain.Metering;
using DcOps.Domain.Units;

namespace DcOps.Domain.Tests.Metering;

public sealed class MeterBalanceTests
{
    [Fact]
    [Trait("Vector", "M10")]
    public void Calculates_the_only_child_that_is_not_known()
    {
        var rest = MeterBalance.OfOnlyUnknown(KilowattHours(500), [KilowattHours(180), KilowattHours(150), null]);

        Assert.Equal((KilowattHours(170), IntervalQuality.Calculated), rest);
    }

    [Fact]
    public void Calculates_nothing_for_two_unknown_children_or_an_unknown_parent()
    {
        Assert.Null(MeterBalance.OfOnlyUnknown(KilowattHours(500), [KilowattHours(180), null, null]));
        Assert.Null(MeterBalance.OfOnlyUnknown(null, [KilowattHours(180), null]));
    }

    [Fact]
    public void Calculates_nothing_when_the_siblings_exceed_the_parent()
    {
        Assert.Null(MeterBalance.OfOnlyUnknown(KilowattHours(300), [KilowattHours(180), KilowattHours(150), null]));
    }

    [Fact]
    public void Tells_what_nobody_metered_only_when_all_are_known()
    {
        Assert.Equal(KilowattHours(20), MeterBalance.Residue(KilowattHours(500), [KilowattHours(280), KilowattHours(200)]));
        Assert.Null(MeterBalance.Residue(KilowattHours(500), [KilowattHours(280), null]));
    }

    static Energy KilowattHours(decimal kilowattHours) => Energy.FromKilowattHours(kilowattHours);
}
