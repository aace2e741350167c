using DcOps.Domain.Statements;
using DcOps.Domain.Tests.Metering;

namespace DcOps.Domain.Tests.Statements;

public sealed class CorrectionTests
{
    static readonly DateTimeOffset At = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
    static readonly Actor Operator = new("li.wei", ActorRole.Operator);
    static readonly Actor Regulator = new("zhang.min", ActorRole.Regulator);
    static readonly ImmutableArray<CorrectionEvidence> Photo = [new("photo of the register.jpg", Digest.Of("photo"))];

    [Fact]
    public void Is_proposed_by_an_operator_and_accepted_by_a_regulator_and_both_stay_on_record()
    {
        var accepted = Done(Proposed().Accept(Regulator, "seen on site", At.AddDays(1)));

        Assert.Equal(CorrectionState.Accepted, accepted.State);
        Assert.Equal([("li.wei", CorrectionState.Proposed), ("zhang.min", CorrectionState.Accepted)], accepted.History.Select(step => (step.Actor.Name, step.State)));
    }

    [Fact]
    public void Is_rejected_with_a_reason_or_withdrawn_by_its_proposer()
    {
        Assert.Equal(CorrectionState.Rejected, Done(Proposed().Reject(Regulator, "the photo shows another meter", At)).State);
        Assert.Equal(CorrectionState.Withdrawn, Done(Proposed().Withdraw(Operator, "mistaken", At)).State);
        Refused("needs a reason", Proposed().Reject(Regulator, " ", At));
        Refused("Only li.wei", Proposed().Withdraw(new("wang.fang", ActorRole.Operator), "", At));
    }

    [Fact]
    public void Nobody_decides_on_a_proposal_of_their_own_or_in_the_wrong_role()
    {
        Refused("it takes a Regulator", Proposed().Accept(new("wang.fang", ActorRole.Operator), "", At));
        Refused("of their own", Proposed().Accept(new("li.wei", ActorRole.Regulator), "", At));
        Refused("An operator proposes", Correction.Propose("C-1", Claim(), Photo, Regulator, "broken", At));
    }

    [Fact]
    public void Is_decided_once()
    {
        var accepted = Done(Proposed().Accept(Regulator, "", At));

        Refused("Accepted already", accepted.Reject(Regulator, "no", At));
        Refused("Accepted already", accepted.Withdraw(Operator, "", At));
        Refused("dated before", Proposed().Accept(Regulator, "", At.AddTicks(-1)));
    }

    [Fact]
    public void Needs_a_whole_claim_a_reason_and_evidence()
    {
        Refused("needs the right position", Correction.Propose("C-1", Claim() with { Position = null }, Photo, Operator, "broken", At));
        Refused("needs an end", Correction.Propose("C-1", new(MeterOf.Facility, "main", CorrectionKind.SubstituteEnergy, At, At), Photo, Operator, "bill", At));
        Refused("serial", Correction.Propose("C-1", new(MeterOf.Facility, "main", CorrectionKind.DeclareSwap, At), Photo, Operator, "new meter", At));
        Refused("reason in words", Correction.Propose("C-1", Claim(), Photo, Operator, "", At));
        Refused("at least one document", Correction.Propose("C-1", Claim(), [], Operator, "broken", At));
    }

    static CorrectionClaim Claim() => new(MeterOf.Facility, "main", CorrectionKind.ReplacePosition, At, Position: 12);

    static Correction Proposed() => Done(Correction.Propose("C-1", Claim(), Photo, Operator, "broken digit", At));

    static Correction Done(CorrectionAnswer answer) => Assert.IsType<CorrectionAnswer.Done>(answer).Correction;

    static void Refused(string reason, CorrectionAnswer answer) =>
        Assert.Contains(reason, Assert.IsType<CorrectionAnswer.Refused>(answer).Reason, StringComparison.Ordinal);
}
