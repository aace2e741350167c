using DcOps.Contracts.Ledger;
using DcOps.Domain.Configuration;
using DcOps.Domain.Kpis;
using DcOps.Domain.Ledger;
using DcOps.Testing;

namespace DcOps.Ledger.Tests;

public sealed class KpiLedgerTests : IDisposable
{
    const string Racks = """
        facility,counted_on,design,installed,in_service,rated_kilowatts,in_service_means
        NJ-01,2025-01-01,100,60,30,600,
        SZ-01,2025-01-01,100,100,90,400,
        """;

    const string Designs = """
        facility,designed_on,load_profile,facility_kilowatt_hours,it_kilowatt_hours
        NJ-01,2022-05-01,half load,1300000,1000000
        NJ-01,2024-05-01,full load,1250000,1000000
        NJ-01,2026-05-01,after the period,1100000,1000000
        """;

    const string Servers = """
        facility,counted_on,kind,servers,mean_utilization_percent,performance,most_kilowatts
        NJ-01,2024-12-31,old,10,5,100,5
        NJ-01,2025-06-30,two-socket,30,40,6000,15
        NJ-01,2025-06-30,one-socket,10,20,1000,5
        SZ-01,2025-06-30,two-socket,60,10,12000,30
        """;

    static readonly ReportPeriod Year = new(ReportSpan.Year, TrialProvince.Year);

    readonly ScratchFolder _folder = new();

    static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_level_is_a_ratio_of_sums_with_what_it_covers()
    {
        var list = await ListAsync();

        // (140 + 480) / (100 + 300) kW all year, not the mean of 1.4 and 1.6.
        Assert.Equal(620.0 / 400, At<BasicPue>(list, RollupScope.Province, "JS").Value!.Value, 9);
        Assert.Equal(1.4, At<BasicPue>(list, RollupScope.City, "NJ").Value!.Value, 9);
        Assert.Equal(620.0 / 400, At<BasicPue>(list, RollupScope.Group, "dual-core").Value!.Value, 9);
        Assert.Equal(620.0 / 400, At<BasicPue>(list, RollupScope.Owner, "operator").Value!.Value, 9);
        Assert.Equal(new KpiCoverage(3, 2, new(1)), At<BasicPue>(list, RollupScope.Province, "JS").Coverage);
        Assert.Equal(new KpiCoverage(1, 0, null), At<BasicPue>(list, RollupScope.City, "YZ").Coverage);
        Assert.Null(At<BasicPue>(list, RollupScope.City, "YZ").Value);
        Assert.Equal(120.0 / 160, At<RackOccupancy>(list, RollupScope.Province, "JS").Value!.Value, 9);
        Assert.Equal(400.0 / 1_000, At<ItLoadRate>(list, RollupScope.Province, "JS").Value!.Value, 9);
        Assert.All(list.Rollups, place => Assert.Equal(FacilityKpi.All.Length, place.Kpis.Length));
        Assert.All(list.Facilities, facility => Assert.Equal(FacilityKpi.All.Length, facility.Kpis.Length));
    }

    [Fact]
    public async Task Designs_and_servers_are_those_of_the_period()
    {
        var list = await ListAsync();

        // Design of 2024, which is the newest before the end of 2025: 1.25; it is one facility of the three.
        Assert.Equal(1.25, At<DesignPue>(list, RollupScope.Province, "JS").Value!.Value, 9);
        Assert.Equal((3, 1), (At<DesignPue>(list, RollupScope.Province, "JS").Coverage.Facilities, At<DesignPue>(list, RollupScope.Province, "JS").Coverage.Known));
        // (30 x 0.40 + 10 x 0.20) / 40 in Nanjing; with 60 x 0.10 in Suzhou (14 + 6) / 100.
        Assert.Equal(0.35, At<ServerUtilization>(list, RollupScope.City, "NJ").Value!.Value, 9);
        Assert.Equal(0.20, At<ServerUtilization>(list, RollupScope.Province, "JS").Value!.Value, 9);
        Assert.Equal(19_000.0 / 50, At<ServerEnergyEffectiveness>(list, RollupScope.Province, "JS").Value!.Value, 9);
        Assert.NotNull(At<StandardCoal>(list, RollupScope.Province, "JS").Value);
    }

    [Fact]
    public async Task The_european_set_says_who_owes_a_report()
    {
        var list = await ListAsync();

        var owed = list.Facilities.ToDictionary(each => each.Facility.Id, each => each.European?.IsOwed);

        // 600 kW and 400 kW of racks against the regulation's 500 kW; Yangzhou has closed nothing.
        Assert.Equal((true, false, null), (owed[TrialProvince.Nanjing], owed[TrialProvince.Suzhou], owed[TrialProvince.Yangzhou]));
        Assert.Equal(1.4, list.Facilities[0].European!.Pue!.Value, 9);
    }

    [Theory]
    [InlineData("designs", "NJ-01,2024-05-01,full load,900,1000", "designs.csv:2: facility_kilowatt_hours: is below the IT energy")]
    [InlineData("designs", "NJ-01,2024-05-01,,1100,1000", "designs.csv:2: load_profile: is empty")]
    [InlineData("designs", "NJ-01,2024-05-01,full,1100,0", "designs.csv:2: it_kilowatt_hours: is zero")]
    [InlineData("designs", "NJ-01,2024-05-01,a,1100,1000\nNJ-01,2024-05-01,b,1200,1000", "designs.csv:3: designed_on: states NJ-01 on 2024-05-01 again")]
    [InlineData("servers", "NJ-01,2025-06-30,two-socket,0,40,6000,15", "servers.csv:2: servers: is zero")]
    [InlineData("servers", "NJ-01,2025-06-30,two-socket,30,140,6000,15", "servers.csv:2: mean_utilization_percent: is above 100")]
    [InlineData("servers", "NJ-01,2025-06-30,two-socket,30,40,6000,", "servers.csv:2: most_kilowatts: is empty; performance and power are known together")]
    [InlineData("servers", "NJ-01,2025-06-30,a,30,,,\nNJ-01,2025-06-30,a,30,,,", "servers.csv:3: kind: counts 'a' of NJ-01 on 2025-06-30 again")]
    public void A_fault_names_file_line_column_and_what_to_do(string table, string rows, string expected)
    {
        var header = (table == "designs" ? Designs : Servers).Split('\n')[0].Trim();
        File.WriteAllText(_folder.Of($"{table}.csv"), $"{header}\n{rows}\n");
        var document = Document($$"""{ "ledger": { "{{table}}": "{{table}}.csv" } }""");

        LedgerConfiguration.Load(document, new TrialProvince().Parts.Inventory);

        Assert.Contains(expected, Assert.Throws<ConfigurationException>(document.ThrowIfFaulty).Message, StringComparison.Ordinal);
    }

    static KpiRollup At<T>(KpiList list, RollupScope scope, string key)
        where T : FacilityKpi =>
        list.Rollups.Single(place => place.Scope == scope && place.Key == key).Kpis.Single(figure => figure.Kpi is T);

    async Task<KpiList> ListAsync()
    {
        foreach (var (name, text) in new[] { ("racks", Racks), ("designs", Designs), ("servers", Servers) })
            await File.WriteAllTextAsync(_folder.Of($"{name}.csv"), text, Token);
        var document = Document("""{ "ledger": { "racks": "racks.csv", "designs": "designs.csv", "servers": "servers.csv" } }""");
        var province = new TrialProvince();
        var read = LedgerConfiguration.Load(document, province.Parts.Inventory);
        document.ThrowIfFaulty();
        await province.Ledger.CloseAllAsync(Token);
        return await new EnergyLedger(province.Parts with { Settings = province.Parts.Settings with { Inputs = read.Inputs } }).KpisAsync(Year, Token);
    }

    ConfigurationDocument Document(string json) => ConfigurationDocument.Parse(_folder.Of("site.json"), json);
}
