namespace DcOps.Domain.Statements;

/// <summary>
/// A change to what a meter is taken to have shown: an operator proposes it with reason and evidence, a regulator accepts or
/// rejects it, and every step stays on record. Raw readings are never touched.
/// </summary>
/// <param name="Id">As in <c>C-2026-0007</c>.</param>
/// <param name="Evidence">Never empty.</param>
/// <param name="History">The proposal first; never empty.</param>
public sealed record Correction(
    string Id, CorrectionClaim Claim, ImmutableArray<CorrectionEvidence> Evidence, ImmutableArray<CorrectionStep> History)
{
    public CorrectionState State => History[^1].State;

    public Actor Proposer => History[0].Actor;

    public static CorrectionAnswer Propose(
        string id, CorrectionClaim claim, ImmutableArray<CorrectionEvidence> evidence, Actor actor, string reason, DateTimeOffset at)
    {
        if (actor.Role != ActorRole.Operator)
            return new CorrectionAnswer.Refused("An operator proposes; a regulator accepts or rejects.");
        if (claim.Fault is { } fault)
            return new CorrectionAnswer.Refused($"The claim {fault}.");
        if (string.IsNullOrWhiteSpace(reason))
            return new CorrectionAnswer.Refused("A correction needs a reason in words.");
        if (!evidence.IsDefault && evidence.Any(each => each.Name.Contains(CorrectionCsv.EvidenceSeparator, StringComparison.Ordinal)))
            return new CorrectionAnswer.Refused($"The name of a document must not contain '{CorrectionCsv.EvidenceSeparator}'.");
        return evidence.IsDefaultOrEmpty
            ? new CorrectionAnswer.Refused("A correction needs at least one document as evidence.")
            : new CorrectionAnswer.Done(new(id, claim, evidence, [new(CorrectionState.Proposed, actor, at, reason)]));
    }

    public CorrectionAnswer Accept(Actor actor, string note, DateTimeOffset at) =>
        Decide(CorrectionState.Accepted, actor, note, at, ActorRole.Regulator);

    /// <param name="reason">Must be given: the proposer reads it.</param>
    public CorrectionAnswer Reject(Actor actor, string reason, DateTimeOffset at) => string.IsNullOrWhiteSpace(reason)
        ? new CorrectionAnswer.Refused("A rejection needs a reason in words.")
        : Decide(CorrectionState.Rejected, actor, reason, at, ActorRole.Regulator);

    public CorrectionAnswer Withdraw(Actor actor, string note, DateTimeOffset at) => actor.Name != Proposer.Name
        ? new CorrectionAnswer.Refused($"Only {Proposer.Name}, who proposed it, can withdraw it.")
        : Decide(CorrectionState.Withdrawn, actor, note, at, ActorRole.Operator);

    CorrectionAnswer Decide(CorrectionState state, Actor actor, string note, DateTimeOffset at, ActorRole role)
    {
        if (State != CorrectionState.Proposed)
            return new CorrectionAnswer.Refused($"It is {State} already; propose another one.");
        if (actor.Role != role)
            return new CorrectionAnswer.Refused($"A {actor.Role} cannot do this; it takes a {role}.");
        if (state != CorrectionState.Withdrawn && actor.Name == Proposer.Name)
            return new CorrectionAnswer.Refused("Nobody decides on a proposal of their own.");
        return at < History[^1].At
            ? new CorrectionAnswer.Refused("The step is dated before the one it follows.")
            : new CorrectionAnswer.Done(this with { History = History.Add(new(state, actor, at, note)) });
    }
}
