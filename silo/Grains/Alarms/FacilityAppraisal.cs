using DcOps.Domain.Alarms;
using DcOps.Domain.Alarms.Figures;
using DcOps.Domain.Alarms.Rules;
using DcOps.Domain.History;
using DcOps.Domain.Ledger.Archive;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Grains.Alarms;

/// <summary>
/// A facility's figures before its rules: balance of meters, PUE, budgets, utilisation, headroom. Read at most every few hours, for
/// they are of closed days; shown again while they hold, since what is not shown counts as unknown.
/// </summary>
sealed class FacilityAppraisal(Facility facility, AlarmParts parts) : IAlarmInput
{
    static readonly TimeSpan ReadEvery = TimeSpan.FromHours(2);
    static readonly TimeSpan ShowEvery = TimeSpan.FromSeconds(10);
    static readonly SemaphoreSlim AtOnce = new(2);

    readonly Location _place = Location.PlantOf(facility.Id);

    // Facilities read one after another, for each reads a day of its meters.
    DateTimeOffset _readAt = parts.Now + TimeSpan.FromMinutes(1) + (Math.Max(0, parts.Inventory.Facilities.IndexOf(facility)) * TimeSpan.FromSeconds(5));
    DateTimeOffset _showAt;
    FacilityFigures? _figures;
    Task _reading = Task.CompletedTask;

    public void Sweep(AlarmBook book, DateTimeOffset now)
    {
        if (now >= _readAt && _reading.IsCompleted)
        {
            _readAt = now + ReadEvery;
            _reading = ReadAsync(now);
        }

        if (_figures is not { } figures || now < _showAt)
            return;
        _showAt = now + ShowEvery;
        Show(book, figures, now);
    }

    async Task ReadAsync(DateTimeOffset now)
    {
        await AtOnce.WaitAsync();
        try
        {
            _figures = await Task.Run(() => parts.Figures.ReadAsync(facility, now, CancellationToken.None));
            _showAt = default;
        }
        catch (Exception fault) when (fault is HistoryUnavailableException or ArchiveUnavailableException)
        {
            // The last figures go on holding; they are of closed days.
            AlarmMetrics.FiguresMissed.Inc();
            _readAt = now + TimeSpan.FromMinutes(5);
        }
        finally
        {
            AtOnce.Release();
        }
    }

    void Show(AlarmBook book, FacilityFigures figures, DateTimeOffset now)
    {
        var whole = PointId.Total("facility", Quantity.None);
        foreach (var balance in figures.Balances)
            Judge<MeterBalanceRule, BalancedEnergy>(book, PointId.Total(balance.Meter, Quantity.ActiveEnergy), balance, now);
        if (figures.Pue is { } pue)
            Judge<PueDriftRule, PueComparison>(book, whole, pue, now);
        if (figures.Forecast is { } forecast)
            Judge<PueForecastRule, PueForecast>(book, whole, forecast, now);
        foreach (var use in figures.Utilisation)
            Judge<LowUtilisationRule, UsedCapacity>(book, PointId.Total(use.Part, Quantity.ActivePower), use.Use, now);
        if (figures.Headroom is { } headroom)
            Judge<HeadroomRule, UsedCapacity>(book, PointId.Total("facility", Quantity.ActivePower), headroom, now);
        if (figures.Year is { } year)
            Budgets(book, year, now);
    }

    void Budgets(AlarmBook book, YearEnergy year, DateTimeOffset now)
    {
        foreach (var rule in parts.Settings.Rules.Of<EnergyBudgetRule>())
        {
            foreach (var budget in rule.Budgets.Where(budget => budget.Facility == facility.Id.Value && budget.Year == year.Year))
            {
                var use = new BudgetUse(
                    $"{facility.Id} {year.Year}", year.Used, Energy.FromKilowattHours((decimal)budget.MegawattHours * 1_000), year.ElapsedShare);
                book.Observe(rule, _place, PointId.Total($"budget-{year.Year}", Quantity.ActiveEnergy), use, now, now);
            }
        }
    }

    void Judge<TRule, TInput>(AlarmBook book, in PointId point, in TInput input, DateTimeOffset now)
        where TRule : AlarmRuleOf<TInput>
    {
        foreach (var rule in parts.Settings.Rules.Of<TRule>())
        {
            if (rule.Where.Covers(_place))
                book.Observe(rule, _place, point, input, now, now);
        }
    }
}
