using DcOps.Domain.Ledger;
using DcOps.Domain.Statements;
using DcOps.Domain.Topology;

namespace DcOps.Contracts.Ledger;

/// <summary>Changes to what meters are taken to have shown: an operator proposes, a regulator answers, the ledger restates.</summary>
public interface ICorrectionLedger
{
    /// <summary>By id.</summary>
    /// <param name="facility">Null asks for all.</param>
    /// <param name="state">Null asks for all.</param>
    Task<ImmutableArray<Correction>> CorrectionsAsync(
        FacilityId? facility, CorrectionState? state, CancellationToken cancellationToken);

    /// <summary>The proposal under the next id of the year, as in <c>C-2026-0007</c>, or why it was refused.</summary>
    Task<CorrectionAnswer> ProposeAsync(
        CorrectionClaim claim, ImmutableArray<CorrectionEvidence> evidence, Actor actor, string reason,
        CancellationToken cancellationToken);

    /// <summary>The correction after the decision, or why nothing changed. An accepted one is restated within a minute.</summary>
    /// <param name="decision">Accepted, rejected or withdrawn.</param>
    Task<CorrectionAnswer> AnswerAsync(
        string id, CorrectionState decision, Actor actor, string note, CancellationToken cancellationToken);

    /// <summary>
    /// What accepting a proposal would change in closed days and months, old and new; of an accepted one what it has changed.
    /// Empty when nothing closed is touched, or there is none of this id.
    /// </summary>
    Task<ImmutableArray<RevisionChange>> PreviewAsync(string id, CancellationToken cancellationToken);
}
