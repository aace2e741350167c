using DcOps.Domain.Ledger;
using DcOps.Domain.Statements;
using DcOps.Domain.Topology;

namespace DcOps.Ledger;

/// <summary>What a correction would change in closed days and months, or has changed; nothing is kept by looking.</summary>
sealed class CorrectionPreview(LedgerParts parts)
{
    static BusinessCalendar Calendar => BusinessCalendar.Shanghai;

    /// <summary>By start, shorter kinds first. Only the periods that hold the claim: later ones may draw estimates from them.</summary>
    public async Task<ImmutableArray<RevisionChange>> OfAsync(Correction correction, CancellationToken cancellationToken)
    {
        var changes = new List<RevisionChange>();
        foreach (var kind in new[] { PeriodKind.Day, PeriodKind.Month })
        {
            foreach (var closed in await parts.Records.ClosedAsync(
                correction.Claim.Facility, kind, StretchOf(kind, correction.Claim), cancellationToken))
            {
                changes.AddRange(correction.State == CorrectionState.Accepted
                    ? closed.Changes().Where(change => change.Reason.Contains(correction.Id, StringComparison.Ordinal))
                    : await RestatedAsync(closed, correction, cancellationToken));
            }
        }

        return [.. changes.OrderBy(change => change.Period.From).ThenBy(change => change.Kind)];
    }

    async Task<IEnumerable<RevisionChange>> RestatedAsync(ClosedPeriod closed, Correction correction, CancellationToken cancellationToken)
    {
        var book = await parts.Books.OpenAsync(correction.Claim.Facility, closed.Period, cancellationToken);
        var accepted = correction with
        {
            History = correction.History.Add(new(CorrectionState.Accepted, new("", ActorRole.Regulator), parts.Now, "")),
        };
        var after = closed.Restate(book.EnergyWith(accepted, closed.Period), "", correction.Id, parts.Now);
        return after.Changes().Where(change => change.Revision > closed.Current.Number);
    }

    static BusinessPeriod StretchOf(PeriodKind kind, CorrectionClaim claim)
    {
        var last = claim.To ?? claim.At;
        return kind == PeriodKind.Day
            ? new(Calendar.DayOf(claim.At).From, Calendar.DayOf(last).To)
            : new(Calendar.MonthOf(claim.At).From, Calendar.MonthOf(last).To);
    }
}
