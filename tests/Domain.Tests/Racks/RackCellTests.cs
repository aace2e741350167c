using DcOps.Domain.Alarms;
using DcOps.Domain.Racks;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Units;

namespace DcOps.Domain.Tests.Racks;

public sealed class RackCellTests
{
    [Theory]
    [InlineData(Freshness.Live, ConditionCode.Ok, null, RackCellState.Normal)]
    [InlineData(Freshness.Live, ConditionCode.Unknown, AlarmPriority.Advisory, RackCellState.Advisory)]
    [InlineData(Freshness.Live, ConditionCode.Warning, null, RackCellState.Minor)]
    [InlineData(Freshness.Live, ConditionCode.Warning, AlarmPriority.Critical, RackCellState.Critical)]
    [InlineData(Freshness.Live, ConditionCode.Critical, AlarmPriority.Minor, RackCellState.Major)]
    [InlineData(Freshness.Stale, ConditionCode.Unknown, null, RackCellState.NoData)]
    [InlineData(Freshness.NeverSeen, ConditionCode.Unknown, null, RackCellState.NoData)]
    [InlineData(Freshness.Stale, ConditionCode.Unknown, AlarmPriority.Major, RackCellState.Major)]
    public void Shows_the_worst_that_is_known_and_silence_where_nothing_is(
        Freshness freshness, ConditionCode condition, AlarmPriority? worst, RackCellState expected) =>
        Assert.Equal(expected, RackCell.StateOf(RackCell.Of(freshness, condition, worst, null)));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.51, 0.52)]
    [InlineData(1, 1)]
    [InlineData(1.2, 1.2)]
    [InlineData(9, 1.2)]
    public void Keeps_the_load_in_steps_of_four_percent(double load, double kept) =>
        Assert.Equal(kept, RackCell.LoadOf(RackCell.Of(Freshness.Live, ConditionCode.Ok, null, new Ratio(load)))!.Value.Value, 6);

    [Fact]
    public void A_load_that_is_not_known_is_not_zero()
    {
        Assert.Null(RackCell.LoadOf(RackCell.Of(Freshness.Live, ConditionCode.Ok, null, null)));
        Assert.Null(RackCell.LoadOf(RackCell.Unknown));
        Assert.Equal(RackCellState.NoData, RackCell.StateOf(RackCell.Unknown));
    }
}
