using DcOps.Domain.Scheduling.Release;

namespace DcOps.Domain.Tests.Scheduling;

/// <summary>Who may do what with a plan, and when.</summary>
public sealed class PlanLifeTests
{
    static readonly DateTimeOffset Made = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    static PlanLife Small => PlanLife.Begin("P-0001", Made, 499, ReleasePolicy.Usual);

    static PlanLife Large => PlanLife.Begin("P-0002", Made, 500, ReleasePolicy.Usual);

    [Fact]
    public void A_small_plan_needs_one_person_and_is_released_after()
    {
        var approved = Done(Small, PlanDeed.Approve, "Li");
        var released = Done(approved, PlanDeed.Release, "Li");

        Assert.Equal(PlanStage.Approved, approved.Stage);
        Assert.Equal(PlanStage.Released, released.Stage);
        Assert.Equal(["dcops", "Li", "Li"], released.Signs.Select(sign => sign.Author));
    }

    [Fact]
    public void A_large_plan_needs_two_people_who_are_not_the_same()
    {
        var half = Done(Large, PlanDeed.Approve, "Li");

        Assert.Equal(PlanStage.HalfApproved, half.Stage);
        Assert.Equal(PlanRefusal.SamePerson, Refused(half, PlanDeed.Approve, " li "));
        Assert.Equal(PlanRefusal.NotApproved, Refused(half, PlanDeed.Release, "Li"));
        Assert.Equal(PlanStage.Approved, Done(half, PlanDeed.Approve, "Wang").Stage);
    }

    [Theory]
    [InlineData(PlanDeed.Release, "Li", null, PlanRefusal.NotApproved)]
    [InlineData(PlanDeed.Approve, "  ", null, PlanRefusal.NoName)]
    [InlineData(PlanDeed.Withdraw, "Li", " ", PlanRefusal.NoReason)]
    public void What_may_not_be_done_is_refused_with_its_reason(PlanDeed deed, string author, string? reason, PlanRefusal refusal) =>
        Assert.Equal(refusal, Small.Do(deed, author, reason, Made).Refusal);

    [Fact]
    public void An_approved_plan_is_not_approved_again() =>
        Assert.Equal(PlanRefusal.ApprovedAlready, Refused(Done(Small, PlanDeed.Approve, "Li"), PlanDeed.Approve, "Wang"));

    [Fact]
    public void A_plan_dies_with_its_inputs_and_can_then_only_be_withdrawn()
    {
        var late = Made + ReleasePolicy.Usual.ValidFor;
        var approved = Done(Small, PlanDeed.Approve, "Li");

        Assert.Equal(PlanRefusal.TooOld, approved.Do(PlanDeed.Release, "Li", null, late).Refusal);
        Assert.Equal(PlanStage.Expired, approved.At(late).Stage);
        Assert.Equal(PlanStage.Approved, approved.At(late - TimeSpan.FromSeconds(1)).Stage);
        Assert.Equal(PlanRefusal.NotOpen, approved.At(late).Do(PlanDeed.Approve, "Wang", null, late).Refusal);
    }

    [Fact]
    public void A_released_plan_is_not_expired_but_replaced_or_withdrawn()
    {
        var released = Done(Done(Small, PlanDeed.Approve, "Li"), PlanDeed.Release, "Li");

        Assert.Equal(PlanStage.Released, released.At(Made.AddDays(9)).Stage);
        Assert.Equal(PlanStage.Withdrawn, Done(released, PlanDeed.Withdraw, "Li", "chiller fault").Stage);
        Assert.Equal(PlanStage.Replaced, released.Replaced("P-0009", Made).Stage);
        Assert.Equal(PlanRefusal.NotOpen, Refused(released, PlanDeed.Approve, "Wang"));
    }

    static PlanLife Done(PlanLife life, PlanDeed deed, string author, string? reason = null)
    {
        var (after, refusal) = life.Do(deed, author, reason, Made.AddMinutes(1));
        Assert.Equal(PlanRefusal.None, refusal);
        return after!;
    }

    static PlanRefusal Refused(PlanLife life, PlanDeed deed, string author) => life.Do(deed, author, null, Made.AddMinutes(1)).Refusal;
}
