using System.Globalization;
using DcOps.Contracts.Ledger;
using DcOps.Domain.Ledger;
using DcOps.Domain.Statements;
using DcOps.Domain.Topology;

namespace DcOps.Ledger;

/// <summary>Where corrections are proposed and answered; an accepted one has the periods that it touches restated.</summary>
sealed class CorrectionDesk(LedgerParts parts) : ICorrectionLedger
{
    // Readings around a claim are a quarter of an hour apart at most where a meter works; a wider gap is restated with them.
    static readonly TimeSpan Around = TimeSpan.FromDays(1);

    public async Task<ImmutableArray<Correction>> CorrectionsAsync(
        FacilityId? facility, CorrectionState? state, CancellationToken cancellationToken) =>
    [
        .. (await parts.Desk.CorrectionsAsync(facility, cancellationToken))
            .Where(correction => state is null || correction.State == state),
    ];

    public async Task<CorrectionAnswer> ProposeAsync(
        CorrectionClaim claim, ImmutableArray<CorrectionEvidence> evidence, Actor actor, string reason,
        CancellationToken cancellationToken)
    {
        if (!(await parts.RegistryAsync(cancellationToken)).Registry.EntriesOf(claim.Facility, claim.Meter).Any())
            return new CorrectionAnswer.Refused($"The registry has no meter '{claim.Meter}' of {claim.Facility}.");

        while (true)
        {
            var answer = Correction.Propose(await NextIdAsync(cancellationToken), claim, evidence, actor, reason, parts.Now);
            if (answer is not CorrectionAnswer.Done done || await parts.Desk.KeepAsync(done.Correction, cancellationToken))
                return answer;
        }
    }

    public async Task<CorrectionAnswer> AnswerAsync(
        string id, CorrectionState decision, Actor actor, string note, CancellationToken cancellationToken)
    {
        if ((await parts.Desk.CorrectionsAsync(null, cancellationToken)).FirstOrDefault(each => each.Id == id) is not { } correction)
            return new CorrectionAnswer.Refused($"There is no correction '{id}'.");

        var answer = decision switch
        {
            CorrectionState.Accepted => correction.Accept(actor, note, parts.Now),
            CorrectionState.Rejected => correction.Reject(actor, note, parts.Now),
            CorrectionState.Withdrawn => correction.Withdraw(actor, note, parts.Now),
            _ => new CorrectionAnswer.Refused("A proposal is accepted, rejected or withdrawn."),
        };
        if (answer is not CorrectionAnswer.Done done)
            return answer;
        if (!await parts.Desk.KeepAsync(done.Correction, cancellationToken))
            return new CorrectionAnswer.Refused("Somebody else has answered it meanwhile; look at it again.");

        if (done.Correction is { State: CorrectionState.Accepted, Claim: var claim })
        {
            await parts.Records.NoteChangeAsync(
                claim.Facility, claim.At - Around, EndOf(claim), parts.Now, $"correction {id}", cancellationToken);
        }

        return answer;
    }

    public async Task<ImmutableArray<RevisionChange>> PreviewAsync(string id, CancellationToken cancellationToken) =>
        (await parts.Desk.CorrectionsAsync(null, cancellationToken)).FirstOrDefault(each => each.Id == id) is { } correction
            ? await new CorrectionPreview(parts).OfAsync(correction, cancellationToken)
            : [];

    // A meter that was swapped counts otherwise from then on.
    static DateTimeOffset EndOf(CorrectionClaim claim) => claim.Kind is CorrectionKind.DeclareSwap or CorrectionKind.DeclareReset
        ? DateTimeOffset.MaxValue
        : (claim.To ?? claim.At) + Around;

    async Task<string> NextIdAsync(CancellationToken cancellationToken)
    {
        var prefix = string.Create(CultureInfo.InvariantCulture, $"C-{BusinessCalendar.Shanghai.LocalDate(parts.Now).Year}-");
        var last = (await parts.Desk.CorrectionsAsync(null, cancellationToken))
            .Where(each => each.Id.StartsWith(prefix, StringComparison.Ordinal))
            .Select(each => int.Parse(each.Id.AsSpan(prefix.Length), CultureInfo.InvariantCulture)).DefaultIfEmpty(0).Max();
        return string.Create(CultureInfo.InvariantCulture, $"{prefix}{last + 1:0000}");
    }
}
