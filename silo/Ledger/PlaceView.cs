using DcOps.Contracts.Ledger;
using DcOps.Domain.Kpis;
using DcOps.Domain.Ledger;
using DcOps.Domain.Topology;

namespace DcOps.Ledger;

/// <summary>Energy by room and rack: the racks' own minutes, and the facility's figure spread over them.</summary>
sealed class PlaceView(LedgerParts parts) : IPlaceLedger
{
    public async Task<FacilityPlaces?> PlacesAsync(FacilityId facility, ReportPeriod period, CancellationToken cancellationToken)
    {
        if (!parts.Inventory.TryGet(facility, out var entry))
            return null;

        var now = parts.Now;
        var sums = await parts.Books.RackEnergyAsync(facility, period.Period, cancellationToken);
        var figure = await FigureAsync(facility, period, cancellationToken);
        var over = (period.Period.To < now ? period.Period.To : now) - period.Period.From;
        var places = PlaceAllocation.Of(entry, sums, figure, Math.Max(1, (int)over.TotalMinutes));
        return new(entry, period, now, figure, places.Basis, places.Base, places.Rooms, places.Racks, places.Unallocated);
    }

    // What is closed is what was filed; only an open period is folded from its registers.
    async Task<PueFigure?> FigureAsync(FacilityId facility, ReportPeriod period, CancellationToken cancellationToken)
    {
        var only = new BusinessPeriod(period.Period.From, period.Period.From.AddTicks(1));
        if (period.Kind is { } kind && (await parts.Records.ClosedAsync(facility, kind, only, cancellationToken)) is [var closed, ..])
            return closed.Current.Totals.Figures.FirstOrDefault();

        var book = await parts.Books.OpenAsync(facility, period.Period, cancellationToken);
        var measure = PeriodMeasure.Of(book, period.Period, LedgerSettings.Gaps);
        return measure.Energy.FirstCategory is { } category ? PueFigure.Of(measure.Energy, category, 0) : null;
    }
}
