using DcOps.Domain.Scheduling.Reasons;

namespace DcOps.Domain.Tests.Scheduling;

/// <summary>What a pool has left under a plan.</summary>
public sealed class PoolUseTests
{
    [Fact]
    public void A_pool_says_its_fullest_slot_and_whether_units_or_power_run_out_first()
    {
        var input = PlanScene.Input(PlanScene.Job("J1", units: 4), PlanScene.Job("J2", units: 3)) with { };
        var tight = input with { Facilities = input.Facilities.SetItem(1, input.Facilities[1] with { LimitKw = PlanScene.Flat(45) }) };

        var uses = PoolUse.Of(tight, [PlanScene.At(0, 2, 4), PlanScene.At(1, 0, 2, 3)]);

        Assert.Equal([0, 0, 4, 4, 0, 0, 0, 0], uses[0].Used);
        Assert.Equal((2, 6.0, 56.0, false), (uses[0].FullestSlot, uses[0].RoomUnits, uses[0].RoomKw, uses[0].IsPowerBound));
        Assert.Equal(0.44, uses[0].PowerShare!.Value, 9);
        Assert.Equal((0, 2.0, true), (uses[1].FullestSlot, uses[1].RoomUnits, uses[1].IsPowerBound));
        // 1.2 + 2 × 0.001 × 43 at the margin, (10 + 1.2 × 43 + 0.001 × 43²) / 43 on average.
        Assert.Equal(1.286, uses[1].MarginalPue, 9);
        Assert.Equal(63.449 / 43, uses[1].AveragePue!.Value, 9);
    }

    [Fact]
    public void A_facility_over_its_limit_has_no_room_and_says_how_far_over()
    {
        var input = PlanScene.Input();
        var over = input with { Facilities = input.Facilities.SetItem(0, input.Facilities[0] with { LimitKw = PlanScene.Flat(32) }) };

        var use = PoolUse.Of(over, [])[0];

        Assert.Equal((0.0, 0.0), (use.RoomUnits, use.RoomKw));
        Assert.Equal(1.25, use.PowerShare);
    }
}
