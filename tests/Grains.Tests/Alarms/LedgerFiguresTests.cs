using DcOps.Domain.Alarms.Figures;
using DcOps.Domain.Ledger;
using DcOps.Domain.Ledger.Archive;
using DcOps.Domain.Metering;
using DcOps.Domain.PowerChain;
using DcOps.Domain.Rules;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;
using DcOps.Grains.Alarms;
using DcOps.Ledger;
using Microsoft.Extensions.Time.Testing;

namespace DcOps.Grains.Tests.Alarms;

/// <summary>
/// Figures read from a ledger that folded registers and closed its days and months: a year at 140 over 100 kW, then half a year at
/// 160 over 100 kW of which the meters below the entrance know 130 kW.
/// </summary>
public sealed class LedgerFiguresTests
{
    const double KilowattsBefore = 140;
    const double Kilowatts = 160;
    const double ItKilowatts = 100;
    const double CoolingKilowatts = 30;

    static readonly DateTimeOffset Turn = BusinessCalendar.Shanghai.Year(2026).From;
    static readonly DateTimeOffset Now = new(2026, 7, 10, 4, 0, 0, TimeSpan.Zero);
    static readonly BusinessPeriod Yesterday = BusinessCalendar.Shanghai.Day(new(2026, 7, 9));

    // Closed once, and only read by the tests.
    static readonly Lazy<Task<(EnergyLedger Ledger, LedgerParts Parts)>> Closed = new(CloseAsync);

    readonly EmptyHistory _history = new();

    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Balance_drift_forecast_and_year_are_those_of_the_closed_ledger()
    {
        var figures = await ReadAsync();

        var balance = Assert.Single(figures.Balances);
        Assert.Equal(("main", 160_000L * 24, 130_000L * 24), (balance.Meter, balance.Parent!.Value.WattHours, balance.Children!.Value.WattHours));
        Assert.Equal(1.6, figures.Pue!.Value.Present!.Value, 9);
        Assert.Equal(1.4, figures.Pue.Value.Baseline!.Value, 9);
        // The months left were at 1.4 last year, and this year is worse than last by 1.6 over 1.4; a tenth of the overhead of half a year.
        Assert.Equal(1.6, figures.Forecast!.Value.Expected!.Value, 9);
        Assert.Equal(1.6 - (0.06 * 184 / 365), figures.Forecast.Value.Low!.Value, 9);
        Assert.Equal(1.5, figures.Forecast.Value.Limit!.Value, 9);
        Assert.StartsWith("gb-40879 2021.1", figures.Forecast.Value.LimitSource, StringComparison.Ordinal);
        var year = figures.Year!.Value;
        Assert.Equal((2026, 160_000L * 24 * (long)Math.Round(year.ElapsedShare * 365)), (year.Year, year.Used!.Value.WattHours));
        Assert.InRange(year.ElapsedShare, 180 / 365.0, 190 / 365.0);
    }

    [Fact]
    public async Task Use_and_headroom_are_those_of_the_ledger_and_of_history()
    {
        for (var at = Yesterday.From.AddDays(-7); at < Yesterday.To; at = at.AddMinutes(1))
        {
            foreach (var rack in new[] { "A01", "A02" })
                _history.RackMinutes.Add(new(Site.Rack(rack), at, null, null, new Energy(10), default));
        }

        _history.FacilityMinutes.Add(new(Site.Facility, Yesterday.From.AddHours(3), null, new(900_000, 900_000, 940_000, 900_000), null, 4, 4));

        var figures = await ReadAsync();

        // 10 Wh a minute are 600 W of each rack's 8 kW; the other room is not read and says nothing.
        Assert.Equal(["facility", "r01"], figures.Utilisation.Select(use => use.Part));
        Assert.Equal((100_000, 1_000_000), (Math.Round(figures.Utilisation[0].Use.Used!.Value.Watts, 6), figures.Utilisation[0].Use.Granted!.Value.Watts));
        Assert.Equal((1_200, 16_000), (Math.Round(figures.Utilisation[1].Use.Used!.Value.Watts, 6), figures.Utilisation[1].Use.Granted!.Value.Watts));
        Assert.Equal((940_000.0, "it-capacity"), (figures.Headroom!.Value.Used!.Value.Watts, figures.Headroom.Value.LimitedBy));
    }

    [Fact]
    public async Task They_raise_the_rules_of_balance_drift_forecast_and_budget()
    {
        await using var scene = await AlarmScene.StartAsync(AlarmScene.SettingsOf(
            """
            {
              "meter-balance": [{ "id": "meter-balance", "priority": "minor" }],
              "pue-drift": [{ "id": "pue-drift", "priority": "minor", "rise": 0.05 }],
              "pue-forecast": [{ "id": "pue-forecast", "priority": "minor" }],
              "energy-budget": [{ "id": "energy-budget", "priority": "advisory", "budgets": [{ "facility": "NJ-01", "year": 2026, "megawattHours": 1000 }] }],
            }
            """));
        scene.Figures.Now = await ReadAsync();

        scene.Time.Advance(TimeSpan.FromMinutes(3));
        await scene.UntilAsync(page => page.Headline.Alarms >= 4);

        Assert.Equal(
            ["energy-budget", "meter-balance", "pue-drift", "pue-forecast"],
            (await scene.Desk.AlarmsAsync(new(), Token)).Rows.Select(row => row.Alarm.Key.Rule).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_ledger_without_a_closed_day_gives_no_figure_rather_than_a_zero()
    {
        var parts = PartsOf(new(Now), new Dictionary<FacilityId, FacilityBook>());

        var figures = await FiguresOf(new(parts), parts).ReadAsync(Site.Inventory.Facilities[0], Now, Token);

        Assert.True(figures is { Balances: [], Pue: null, Forecast: null, Year: null, Utilisation: [], Headroom: null });
    }

    async Task<FacilityFigures> ReadAsync()
    {
        var (ledger, parts) = await Closed.Value.WaitAsync(Token);
        return await FiguresOf(ledger, parts).ReadAsync(Site.Inventory.Facilities[0], Now, Token);
    }

    static async Task<(EnergyLedger Ledger, LedgerParts Parts)> CloseAsync()
    {
        var parts = PartsOf(new(Now), new Dictionary<FacilityId, FacilityBook> { [Site.Facility] = Book() });
        var ledger = new EnergyLedger(parts);
        await ledger.CloseAllAsync(CancellationToken.None);
        return (ledger, parts);
    }

    LedgerFigures FiguresOf(EnergyLedger ledger, LedgerParts parts) =>
        new(ledger, parts, _history, AlarmSettings.Shipped with { Chain = DependencyGraph.Empty });

    static LedgerParts PartsOf(FakeTimeProvider time, IReadOnlyDictionary<FacilityId, FacilityBook> books) => new(
        Site.Inventory, new MemoryBooks(books), new MemoryArchive(),
        LedgerSettings.Shipped(Registry) with { Declarations = new[] { Declaration }.ToDictionary(each => each.Facility) }, ClosePolicy.Default, time);

    static FacilityDeclaration Declaration { get; } = new(
        Site.Facility, new("CN-JS", [], 1_000, ProjectKind.Existing, new(2015, 1, 1), CoolingKind.Air, true, false, "internet", null), "operator", [], true);

    static MeterRegistry Registry { get; } = new(
        [Meter("main", MeterRole.UtilityEntrance, null), Meter("ups", MeterRole.UpsOutput, "main"), Meter("chillers", MeterRole.Cooling, "main")]);

    static RegisteredMeter Meter(string meter, MeterRole role, string? parent) => new(
        Site.Facility, meter, role, MeterCarrier.Electricity, parent, null, null, 1_000_000, 1, null, 0.5, new(2024, 1, 1), new(2030, 1, 1),
        meter, false, new(2024, 1, 1), null);

    static FacilityBook Book()
    {
        var book = new FacilityBook(Site.Facility, Registry, BusinessCalendar.Shanghai, ClosePolicy.Default);
        var from = BusinessCalendar.Shanghai.Year(2025).From;
        for (var at = from; at <= Now; at = at.AddHours(1))
        {
            var (hours, since) = ((at - from).TotalHours, Math.Max(0, (at - Turn).TotalHours));
            book.Take("main", new RegisterReading(at, 1_000 * ((KilowattsBefore * hours) + ((Kilowatts - KilowattsBefore) * since))));
            book.Take("ups", new RegisterReading(at, ItKilowatts * 1_000 * hours));
            book.Take("chillers", new RegisterReading(at, CoolingKilowatts * 1_000 * hours));
        }

        return book;
    }
}
