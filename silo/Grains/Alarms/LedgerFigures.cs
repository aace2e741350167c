using DcOps.Contracts.Ledger;
using DcOps.Domain.Alarms.Figures;
using DcOps.Domain.Alarms.Rules;
using DcOps.Domain.History;
using DcOps.Domain.Kpis;
using DcOps.Domain.Ledger;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;
using DcOps.Ledger;

namespace DcOps.Grains.Alarms;

/// <summary>Figures from the energy ledger and the history of a facility.</summary>
public sealed class LedgerFigures(IEnergyLedger ledger, LedgerParts parts, IHistoryReader history, AlarmSettings settings) : IFacilityFigures
{
    const int DaysBack = 400;
    const double FullDay = 0.9;

    static readonly TimeSpan Month = TimeSpan.FromDays(30);
    static readonly TimeSpan Week = TimeSpan.FromDays(7);

    static BusinessCalendar Calendar => BusinessCalendar.Shanghai;

    public async Task<FacilityFigures> ReadAsync(Facility facility, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var days = await DaysAsync(facility.Id, now, cancellationToken);
        return new(
            await BalancesAsync(facility.Id, now, cancellationToken),
            LikeDays.Compare(days),
            await ForecastAsync(facility.Id, now, cancellationToken),
            YearOf(days, now),
            [.. FacilityUse(facility, days), .. await RoomUseAsync(facility, now, cancellationToken)],
            await HeadroomAsync(facility, now, cancellationToken));
    }

    async Task<ImmutableArray<PueDay>> DaysAsync(FacilityId facility, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var within = new BusinessPeriod(now.AddDays(-DaysBack), now);
        var outdoor = (await parts.Desk.OutdoorAsync(facility, within, cancellationToken))
            .GroupBy(day => day.Day).ToDictionary(group => group.Key, group => group.Last().Celsius);
        return
        [
            .. (await parts.Records.ClosedAsync(facility, PeriodKind.Day, within, cancellationToken))
                .Where(day => day.Current.Totals.Figures.Length > 0)
                .Select(day => (Day: Calendar.LocalDate(day.Period.From), Figure: day.Current.Totals.Figures[0]))
                .Select(day => new PueDay(day.Day, day.Figure, outdoor.TryGetValue(day.Day, out var celsius) ? celsius : null)),
        ];
    }

    async Task<ImmutableArray<BalancedEnergy>> BalancesAsync(FacilityId facility, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var yesterday = Calendar.Day(Calendar.LocalDate(now).AddDays(-1));
        var evidence = await ledger.EvidenceAsync(facility, ReportPeriod.Of(PeriodKind.Day, yesterday), cancellationToken);
        return
        [
            .. (evidence?.Balances ?? []).Where(balance => balance.Compared > 0)
                .Select(balance => new BalancedEnergy(balance.Meter, balance.Parent, balance.Children)),
        ];
    }

    async Task<PueForecast?> ForecastAsync(FacilityId facility, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var year = Calendar.LocalDate(now).Year;
        var months = (await parts.Records.ClosedAsync(
                facility, PeriodKind.Month, new(Calendar.Year(year - 1).From, now), cancellationToken))
            .Where(month => month.Current.Totals.Figures.Length > 0)
            .ToDictionary(month => Calendar.LocalDate(month.Period.From), month => month.Current.Totals.Figures[0]);
        var closed = Enumerable.Range(1, 12).TakeWhile(month => months.ContainsKey(new(year, month, 1))).Count();
        if (closed is 0 or 12 || Enumerable.Range(1, 12).Any(month => !months.ContainsKey(new(year - 1, month, 1))))
            return null;

        PueFigure? Sum(int of, int first, int count) =>
            PueFigure.Sum([.. Enumerable.Range(first, count).Select(month => months[new(of, month, 1)])]);
        if (Sum(year, 1, closed) is not { } soFar || Sum(year - 1, 1, closed) is not { } before || Sum(year - 1, closed + 1, 12 - closed) is not { } left)
            return null;

        var rows = (await ledger.ComplianceAsync(facility, ReportPeriod.TrailingYear(now, parts.Policy), cancellationToken)).Rows;
        var deciding = rows.IsEmpty ? null : rows[0].Compliance?.Deciding;
        return PueForecast.Of(
            soFar.FacilityEnergy, soFar.ItEnergy, before.FacilityEnergy, before.ItEnergy, left.FacilityEnergy, left.ItEnergy,
            (double?)deciding?.Limit, deciding is null ? "–" : $"{deciding.PackId} {deciding.PackVersion} {deciding.Rule.Id}");
    }

    static YearEnergy? YearOf(ImmutableArray<PueDay> days, DateTimeOffset now)
    {
        var year = Calendar.LocalDate(now).Year;
        var own = days.Where(day => day.Day.Year == year).ToList();
        if (own.Count == 0)
            return null;
        var elapsed = own.Max(day => day.Day).DayOfYear;
        var isWhole = own.Count(day => day.Figure.Completeness.Value >= FullDay) >= elapsed * FullDay;
        return new(
            year, isWhole ? new Energy(own.Sum(day => day.Figure.FacilityEnergy.WattHours)) : null,
            (double)elapsed / new DateOnly(year, 12, 31).DayOfYear);
    }

    static IEnumerable<PlaceUse> FacilityUse(Facility facility, ImmutableArray<PueDay> days)
    {
        var full = days.OrderBy(day => day.Day).TakeLast((int)Month.TotalDays).Where(day => day.Figure.Completeness.Value >= FullDay).ToList();
        if (facility.ItCapacity is { } capacity && full.Count >= Week.TotalDays)
        {
            yield return new("facility", new(
                facility.Id.Value, new Power(full.Average(day => day.Figure.ItEnergy.WattHours / TimeSpan.FromDays(1).TotalHours)), capacity, Month));
        }
    }

    async Task<ImmutableArray<PlaceUse>> RoomUseAsync(Facility facility, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var to = Calendar.DayOf(now).From;
        var racks = (await history.EnergyByRackAsync(facility.Id, to - Week, to, cancellationToken)).ToDictionary(sum => sum.Rack);
        var uses = ImmutableArray.CreateBuilder<PlaceUse>();
        foreach (var room in facility.Rooms)
        {
            var known = room.Racks.Where(rack => racks.TryGetValue(rack.Id, out var sum) && sum.MinutesKnown >= Week.TotalMinutes * FullDay).ToList();
            // A room of which half is not read would look idle.
            if (known.Count == 0 || known.Count < room.Racks.Length * FullDay)
                continue;
            var used = known.Sum(rack => racks[rack.Id].Energy.WattHours / (racks[rack.Id].MinutesKnown / 60.0));
            uses.Add(new(
                room.Id.RoomCode.ToLowerInvariant(),
                new(room.Id.Value, new Power(used), new Power(known.Sum(rack => rack.ProvisionedPower.Watts)), Week)));
        }

        return uses.ToImmutable();
    }

    async Task<UsedCapacity?> HeadroomAsync(Facility facility, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var yesterday = Calendar.Day(Calendar.LocalDate(now).AddDays(-1));
        var minutes = await history.FacilityMinutesAsync(facility.Id, yesterday.From, yesterday.To, cancellationToken);
        return CapacityUse.Narrowest(facility, minutes, settings.Chain);
    }
}
