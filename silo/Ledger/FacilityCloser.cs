using DcOps.Domain.Facilities;
using DcOps.Domain.Ledger;
using DcOps.Domain.Topology;

namespace DcOps.Ledger;

/// <summary>
/// Closes what is due of one facility, month by month, and restates what has changed since. It keeps nothing of its own: what
/// was closed stands in the archive, and a run that is cut off is done again by the next.
/// </summary>
public sealed class FacilityCloser(FacilityId facility, LedgerParts parts)
{
    const string Author = "ledger";

    // As far as estimates draw on what was before.
    static readonly TimeSpan Reach = TimeSpan.FromDays(7 * WeekFill.Weeks);

    static BusinessCalendar Calendar => BusinessCalendar.Shanghai;

    /// <summary>Closes and restates what is due by now.</summary>
    /// <returns>What was closed or restated: days, then their month, month by month; years last.</returns>
    /// <exception cref="Domain.History.HistoryUnavailableException">Readings cannot be read: nothing was closed on a part.</exception>
    public async Task<ImmutableArray<ClosedPeriod>> CloseDueAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await parts.Books.FirstReadingAsync(facility, cancellationToken) is not { } first)
            return [];

        var changes = await parts.Records.OpenChangesAsync(facility, cancellationToken);
        var stretch = default(ChangedStretch);
        foreach (var change in changes)
        {
            var around = await parts.Books.NeighboursAsync(facility, change.Stretch, cancellationToken);
            stretch = stretch.With(around.From, around.To);
        }

        var run = new CloseRun(
            stretch, changes.IsEmpty ? "late data" : string.Join("; ", changes.Select(change => change.Reason).Distinct()), now);
        var due = parts.Policy.Due(first, now, Calendar).ToList();
        var known = await KnownAsync(new(Calendar.YearOf(first).From, now), cancellationToken);
        var touched = ImmutableArray.CreateBuilder<ClosedPeriod>();
        foreach (var month in due.Select(each => Calendar.MonthOf(each.Period.From)).Distinct().OrderBy(month => month.From))
        {
            var open = due.Where(each => each.Kind != PeriodKind.Year && month.Contains(each.Period.From))
                .Where(each => IsOpen(each, known, stretch)).ToList();
            if (open.Count > 0)
                touched.AddRange(await CloseMonthAsync(month, open, known, run, cancellationToken));
        }

        foreach (var year in due.Where(each => each.Kind == PeriodKind.Year && IsOpen(each, known, stretch)))
            touched.AddRange(await CloseYearAsync(year.Period, known, run, cancellationToken));
        if (!changes.IsEmpty)
            await parts.Records.SettleAsync(facility, changes[^1].Number, now, cancellationToken);
        return touched.DrainToImmutable();
    }

    static bool IsOpen(
        (PeriodKind Kind, BusinessPeriod Period) due, Dictionary<(PeriodKind, DateTimeOffset), ClosedPeriod> known, ChangedStretch changed) =>
        !known.ContainsKey((due.Kind, due.Period.From)) || changed.Touches(due.Period, Reach);

    async Task<Dictionary<(PeriodKind, DateTimeOffset), ClosedPeriod>> KnownAsync(BusinessPeriod within, CancellationToken cancellationToken)
    {
        var known = new Dictionary<(PeriodKind, DateTimeOffset), ClosedPeriod>();
        foreach (var kind in Enum.GetValues<PeriodKind>())
        {
            foreach (var closed in await parts.Records.ClosedAsync(facility, kind, within, cancellationToken))
                known[(kind, closed.Period.From)] = closed;
        }

        return known;
    }

    async Task<IEnumerable<ClosedPeriod>> CloseMonthAsync(
        BusinessPeriod month, List<(PeriodKind Kind, BusinessPeriod Period)> open,
        Dictionary<(PeriodKind, DateTimeOffset), ClosedPeriod> known, CloseRun run, CancellationToken cancellationToken)
    {
        var span = new BusinessPeriod(open.Min(each => each.Period.From), open.Max(each => each.Period.To));
        var book = await parts.Books.OpenAsync(facility, span, cancellationToken);
        var series = book.SeriesOf(span);
        var (closed, measures) = (new List<ClosedPeriod>(), new List<(PeriodMeasure, ImmutableArray<MeterPart>, ClosedPeriod)>());
        foreach (var (kind, period) in open)
        {
            var energy = FacilityFold.Of(facility, book.Registry, series, period, Calendar);
            if (Next(kind, period, energy, known, run) is not { } next)
                continue;

            closed.Add(next);
            if (kind == PeriodKind.Month)
                measures.Add((PeriodMeasure.Of(book, series, period, LedgerSettings.Gaps), MeterPart.Of(book, series, period), next));
        }

        return await KeepAsync(closed, measures, known, cancellationToken);
    }

    // A year is the sum of its months: its registers are not read again.
    async Task<IEnumerable<ClosedPeriod>> CloseYearAsync(
        BusinessPeriod year, Dictionary<(PeriodKind, DateTimeOffset), ClosedPeriod> known, CloseRun run, CancellationToken cancellationToken)
    {
        var months = await parts.Records.MonthsAsync(facility, year, cancellationToken);
        if (months.IsEmpty)
            return [];

        var energy = FacilityPeriod.Sum([.. months.Select(month => month.Measure.Energy)], year.From, year.To);
        return Next(PeriodKind.Year, year, energy, known, run) is { } next
            ? await KeepAsync([next], [], known, cancellationToken)
            : [];
    }

    ClosedPeriod? Next(
        PeriodKind kind, BusinessPeriod period, FacilityPeriod energy, Dictionary<(PeriodKind, DateTimeOffset), ClosedPeriod> known, CloseRun run)
    {
        if (!known.TryGetValue((kind, period.From), out var before))
            return ClosedPeriod.Close(facility, kind, period, energy, Author, run.At);

        var after = before.Restate(energy, Author, run.Reason, run.At);
        return after == before ? null : after;
    }

    // Nothing is kept where another run was faster: that one has closed the same.
    async Task<IEnumerable<ClosedPeriod>> KeepAsync(
        List<ClosedPeriod> closed, List<(PeriodMeasure, ImmutableArray<MeterPart>, ClosedPeriod)> measures,
        Dictionary<(PeriodKind, DateTimeOffset), ClosedPeriod> known, CancellationToken cancellationToken)
    {
        if (closed.Count == 0 || !await parts.Records.KeepAsync(closed, measures, cancellationToken))
            return [];

        foreach (var period in closed)
            known[(period.Kind, period.Period.From)] = period;
        return closed;
    }
}
