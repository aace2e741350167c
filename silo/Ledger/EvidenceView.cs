using System.Runtime.CompilerServices;
using DcOps.Contracts.Ledger;
using DcOps.Domain.Kpis;
using DcOps.Domain.Ledger;
using DcOps.Domain.Metering;
using DcOps.Domain.Rules;
using DcOps.Domain.Topology;

namespace DcOps.Ledger;

/// <summary>From a figure down to its readings: read from the book as often as somebody asks.</summary>
sealed class EvidenceView(LedgerParts parts) : IEvidenceLedger
{
    readonly PeriodFold _fold = new(parts);

    static BusinessCalendar Calendar => BusinessCalendar.Shanghai;

    public async Task<FacilityEvidence?> EvidenceAsync(FacilityId facility, ReportPeriod period, CancellationToken cancellationToken)
    {
        if (!parts.Inventory.TryGet(facility, out var entry))
            return null;

        var now = parts.Now;
        var closed = period.Kind is { } kind
            ? (await parts.Records.ClosedAsync(facility, kind, new(period.Period.From, period.Period.From.AddTicks(1)), cancellationToken))
                .FirstOrDefault()
            : null;
        var (measure, meters) = await _fold.OfAsync(facility, period, cancellationToken);
        var registry = (await parts.RegistryAsync(cancellationToken)).Registry;
        var corrections = await parts.Desk.CorrectionsAsync(facility, cancellationToken);
        return new(
            entry, period, now,
            [.. measure.Energy.Categories.Select(category => PueFigure.Of(measure.Energy, category, closed?.Current.Number ?? 0)!)],
            [.. registry.RunsOf(facility, period.Period, Calendar)],
            meters, measure.Balances,
            [.. corrections.Where(each => each.Claim.At < period.Period.To && (each.Claim.To ?? each.Claim.At) >= period.Period.From)],
            closed, ComplianceOf(facility, measure, await parts.YearBeforeAsync(facility, measure.Period, cancellationToken)));
    }

    public async Task<MeterIntervals?> IntervalsAsync(
        FacilityId facility, string meter, BusinessPeriod period, TimeSpan interval, CancellationToken cancellationToken)
    {
        var book = await parts.Books.OpenAsync(facility, period, cancellationToken);
        ImmutableArray<RegisteredMeter> entries = [.. book.Registry.EntriesOf(facility, meter)];
        if (entries.IsEmpty)
            return null;

        var series = book.SeriesOf(period)[meter].Inside(period);
        var fold = new MeterFold(IntervalGrid.Quarter);
        fold.Fold(entries, book.RawReadings(meter, period), period, Calendar);
        return new(
            entries, interval > IntervalGrid.Quarter ? series.Over(interval) : series,
            [.. fold.Events.Where(each => period.Contains(each.At))]);
    }

    public async IAsyncEnumerable<RegisterReading> ReadingsAsync(
        FacilityId facility, string meter, BusinessPeriod period, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var day in Calendar.DaysOf(period))
        {
            var part = new BusinessPeriod(day.From > period.From ? day.From : period.From, day.To < period.To ? day.To : period.To);
            foreach (var reading in await parts.Books.ReadingsAsync(facility, meter, part, cancellationToken))
                yield return reading;
        }
    }

    public Task<ImmutableArray<ClosedPeriod>> ClosedAsync(
        FacilityId? facility, PeriodKind kind, BusinessPeriod within, CancellationToken cancellationToken) =>
        parts.Records.ClosedAsync(facility, kind, within, cancellationToken);

    FacilityCompliance? ComplianceOf(FacilityId facility, PeriodMeasure measure, PeriodMeasure? before)
    {
        if (measure.Energy.FirstCategory is not { } category)
            return null;

        var profile = parts.DeclarationOf(facility).Profile;
        return FacilityCompliance.Of(
            measure, category, profile, parts.Settings.Rules, parts.IndicatorsOf(measure, before), Calendar);
    }
}
