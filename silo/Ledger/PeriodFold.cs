using DcOps.Domain.Ledger;
using DcOps.Domain.Topology;

namespace DcOps.Ledger;

/// <summary>
/// What a period's figures rest on, as it is known now. Closed months are taken as they were kept; only what is open, or has
/// changed since it was closed, is folded from its registers.
/// </summary>
sealed class PeriodFold(LedgerParts parts)
{
    // As far as estimates draw on what was before.
    static readonly TimeSpan Reach = TimeSpan.FromDays(7 * WeekFill.Weeks);

    static BusinessCalendar Calendar => BusinessCalendar.Shanghai;

    /// <summary>The measure, and what each meter gave, by name.</summary>
    public async Task<(PeriodMeasure Measure, ImmutableArray<MeterEvidence> Meters)> OfAsync(
        FacilityId facility, ReportPeriod period, CancellationToken cancellationToken)
    {
        var kept = period.Span is ReportSpan.Year or ReportSpan.TrailingYear
            ? await KeptAsync(facility, period.Period, cancellationToken)
            : [];
        var pieces = new List<(PeriodMeasure Measure, ImmutableArray<MeterPart> Meters)>();
        var at = period.Period.From;
        foreach (var month in kept)
        {
            if (month.Measure.Period.From > at)
                pieces.Add(await FoldAsync(facility, new(at, month.Measure.Period.From), cancellationToken));
            pieces.Add(month);
            at = month.Measure.Period.To;
        }

        if (at < period.Period.To)
            pieces.Add(await FoldAsync(facility, new(at, period.Period.To), cancellationToken));
        var registry = (await parts.RegistryAsync(cancellationToken)).Registry;
        var accepted = (await parts.Desk.CorrectionsAsync(facility, cancellationToken))
            .Where(correction => correction.State == Domain.Statements.CorrectionState.Accepted).ToImmutableArray();
        return (
            pieces is [var whole] ? whole.Measure : PeriodMeasure.Sum([.. pieces.Select(piece => piece.Measure)], period.Period),
            MeterEvidence.Of(
                facility, registry, accepted, [.. pieces.Select(piece => (piece.Measure.Period, piece.Meters))], period.Period, Calendar));
    }

    async Task<(PeriodMeasure Measure, ImmutableArray<MeterPart> Meters)> FoldAsync(
        FacilityId facility, BusinessPeriod period, CancellationToken cancellationToken)
    {
        var book = await parts.Books.OpenAsync(facility, period, cancellationToken);
        var series = book.SeriesOf(period);
        return (PeriodMeasure.Of(book, series, period, LedgerSettings.Gaps), MeterPart.Of(book, series, period));
    }

    async Task<List<(PeriodMeasure Measure, ImmutableArray<MeterPart> Meters)>> KeptAsync(
        FacilityId facility, BusinessPeriod period, CancellationToken cancellationToken)
    {
        var evidence = (await parts.Records.EvidenceAsync(facility, period, cancellationToken)).ToDictionary(each => (each.Period, each.Revision));
        var stretch = default(ChangedStretch);
        foreach (var change in await parts.Records.OpenChangesAsync(facility, cancellationToken))
            stretch = stretch.With(change.Stretch.From, change.Stretch.To);
        return
        [
            .. (await parts.Records.MonthsAsync(facility, period, cancellationToken))
                .Where(month => month.Measure.Period.To <= period.To && !stretch.Touches(month.Measure.Period, Reach)
                    && evidence.ContainsKey((month.Measure.Period, month.Revision)))
                .OrderBy(month => month.Measure.Period.From)
                .Select(month => (month.Measure, evidence[(month.Measure.Period, month.Revision)].Meters)),
        ];
    }
}
