using DcOps.Domain.Configuration;
using DcOps.Domain.Green;
using DcOps.Domain.Kpis;
using DcOps.Domain.Ledger;
using DcOps.Domain.Rules;
using DcOps.Domain.Topology;
using DcOps.Testing;

namespace DcOps.Ledger.Tests;

public sealed class GreenInputTests : IDisposable
{
    const string Racks = """
        facility,counted_on,design,installed,in_service,rated_kilowatts,in_service_means
        NJ-01,2025-01-01,100,60,30,300,
        NJ-01,2025-07-01,100,80,60,400,powered for a month
        """;

    const string Contracts = """
        facility,source,from,to,megawatt_hours,certificate,retired_on
        NJ-01,renewable,2025-01-01,2026-01-01,365,GEC-1,2026-01-20
        NJ-01,renewable,2025-01-01,2026-01-01,1000,GEC-2,
        NJ-01,non-fossil,2025-07-01,2025-08-01,31,NUC-1,2025-12-01
        """;

    const string Fuels = """
        facility,from,to,fuel,amount,unit,kilograms_co2e_per_unit,source
        NJ-01,2025-06-01,2025-07-01,diesel,3000,L,2.63,GB/T 32150
        """;

    const string Conditions = """
        facility,tested_on,point,time_share,facility_kilowatts,it_kilowatts,laboratory
        NJ-01,2025-05-10,a,0.1,150,100,national lab
        NJ-01,2025-05-10,b,0.2,140,100,national lab
        NJ-01,2025-05-10,c,0.3,130,100,national lab
        NJ-01,2025-05-10,d,0.3,120,100,national lab
        NJ-01,2025-05-10,e,0.1,120,100,national lab
        """;

    static readonly ReportPeriod Year = new(ReportSpan.Year, TrialProvince.Year);
    static readonly ReportPeriod June = new(ReportSpan.Month, BusinessCalendar.Shanghai.Month(2025, 6));
    static readonly ReportPeriod July = new(ReportSpan.Month, BusinessCalendar.Shanghai.Month(2025, 7));

    readonly ScratchFolder _folder = new();

    static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Kpis_that_lacked_racks_contracts_and_fuels_are_known_by_the_days_of_the_period()
    {
        var ledger = await LedgerAsync();

        var june = (await ledger.EnergyAsync(TrialProvince.Nanjing, June, Token))!;
        var july = (await ledger.EnergyAsync(TrialProvince.Nanjing, July, Token))!;

        // 60 of 80 racks in July, 30 of 60 before; 30 days of a certificate over 365 of them; one that nobody retired counts nothing.
        Assert.Equal(0.5, new RackOccupancy().Compute(june));
        Assert.Equal(0.75, new RackOccupancy().Compute(july));
        Assert.Equal(0.8, new RackBuildOut().Compute(july));
        Assert.Equal(100.0 / 400, new ItLoadRate().Compute(july)!.Value, 9);
        Assert.Equal(30_000_000L, june.Facts.ContractedRenewable!.Value.WattHours);
        Assert.Equal(30_000.0 / (140 * 720), new RenewableEnergyFactor().Compute(june)!.Value, 9);
        Assert.Null(june.Facts.ContractedNonFossil);
        Assert.Equal(31_000_000L, july.Facts.ContractedNonFossil!.Value.WattHours);
        Assert.Equal(7_890m, june.Facts.FuelCarbon!.Value.Kilograms);
        Assert.Null(july.Facts.FuelCarbon);
        Assert.NotNull(new StandardCoal().Compute(july));
    }

    [Fact]
    public async Task Fuel_and_contracts_are_in_the_carbon_of_the_green_ledger()
    {
        var (with, without) = (await LedgerAsync(), new TrialProvince());
        await without.Ledger.CloseAllAsync(Token);

        var burnt = (await with.GreenAsync(June, Token)).Single(row => row.Facility == TrialProvince.Nanjing);
        var plain = (await without.Ledger.GreenAsync(June, Token)).Single(row => row.Facility == TrialProvince.Nanjing);

        Assert.Equal(7_890m, burnt.LocationCarbon!.Value.Kilograms - plain.LocationCarbon!.Value.Kilograms);
        Assert.True(burnt.MarketCarbon is null || burnt.MarketCarbon < burnt.LocationCarbon);
        Assert.NotNull(burnt.RenewableShare);
        Assert.Null(plain.RenewableShare);
    }

    [Fact]
    public async Task A_test_of_the_five_conditions_gives_the_method_its_verdicts()
    {
        var ledger = await LedgerAsync();

        var row = (await ledger.ComplianceAsync(Year, Token)).Rows.Single(each => each.Facility.Id == TrialProvince.Nanjing);

        // 0.1 x 1.5 + 0.2 x 1.4 + 0.3 x 1.3 + 0.3 x 1.2 + 0.1 x 1.2 = 1.30 by hand.
        var verdicts = row.Compliance!.Verdicts.Where(verdict => verdict.Rule.Indicator == RuleIndicator.CharacteristicRatio).ToList();
        Assert.All(verdicts, verdict => Assert.Equal(1.30, verdict.Value!.Value.Value, 9));
        Assert.Equal(RuleOutcome.Over, verdicts.Single(verdict => verdict.Rule.Grade == 1).Outcome);
        Assert.Equal(RuleOutcome.Marginal, verdicts.Single(verdict => verdict.Rule.Grade == 2).Outcome);
        Assert.Equal(RuleOutcome.Compliant, verdicts.Single(verdict => verdict.Rule.Grade == 3).Outcome);
        var untested = (await ledger.ComplianceAsync(Year, Token)).Rows.Single(each => each.Facility.Id == TrialProvince.Suzhou);
        Assert.All(
            untested.Compliance!.Verdicts.Where(verdict => verdict.Rule.Indicator == RuleIndicator.CharacteristicRatio),
            verdict => Assert.NotEqual(RuleOutcome.Compliant, verdict.Outcome));
    }

    [Fact]
    public async Task The_register_of_low_efficiency_counts_few_racks_in_service()
    {
        var ledger = await LedgerAsync(Racks.Replace("80,60,400", "80,20,400", StringComparison.Ordinal));

        var site = (await ledger.LowEfficiencyAsync(Token)).Sites.Single(each => each.Survey.Facility == TrialProvince.Nanjing);

        Assert.Contains(SiteTrait.LowOccupancy, site.Traits);
    }

    [Fact]
    public async Task What_is_declared_is_shown_facility_by_facility()
    {
        var ledger = await LedgerAsync();

        var inputs = (await ledger.InputsAsync(TrialProvince.Nanjing, Token))!;

        Assert.Equal((2, 3, 1, 1), (inputs.Racks.Length, inputs.Contracts.Length, inputs.Fuels.Length, inputs.Tests.Length));
        Assert.Equal(RackCounts.DefaultMeaning, inputs.Racks[0].Counts.InServiceMeans);
        Assert.Empty((await ledger.InputsAsync(TrialProvince.Suzhou, Token))!.Racks);
        Assert.Null(await ledger.InputsAsync(FacilityId.Parse("XX-99"), Token));
    }

    [Theory]
    [InlineData("racks", "NJ-01,2025-07-01,100,80,90,400,", "racks.csv:2: in_service: is 90, more than the 80")]
    [InlineData("racks", "NJ-01,2025-07-01,70,80,60,400,", "racks.csv:2: installed: is 80, more than the 70")]
    [InlineData("racks", "XX-99,2025-07-01,70,60,60,400,", "racks.csv:2: facility: is 'XX-99', which the inventory does not have")]
    [InlineData("racks", "NJ-01,July,70,60,60,,", "racks.csv:2: rated_kilowatts: is empty")]
    [InlineData("contracts", "NJ-01,coal,2025-01-01,2026-01-01,365,GEC-1,", "contracts.csv:2: source: is 'coal'; write one of renewable, non-fossil")]
    [InlineData("contracts", "NJ-01,renewable,2026-01-01,2025-01-01,365,GEC-1,", "contracts.csv:2: to: is 2025-01-01, not after 2026-01-01")]
    [InlineData("contracts", "NJ-01,renewable,2025-01-01,2026-01-01,1,GEC-1,\nSZ-01,renewable,2025-01-01,2026-01-01,1,GEC-1,", "contracts.csv:3: certificate: is 'GEC-1', which line 2 has already")]
    [InlineData("fuels", "NJ-01,2025-06-01,2025-07-01,diesel,-3,L,2.63,x", "fuels.csv:2: amount: is '-3'")]
    [InlineData("fuels", "NJ-01,2025-06-01,2025-07-01,diesel,3,L,2.63,x\nNJ-01,2025-06-30,2025-07-02,diesel,3,L,2.63,x", "fuels.csv:3: from: begins inside another row")]
    [InlineData("conditions", "NJ-01,2025-05-10,f,0.1,150,100,", "conditions.csv:2: point: is 'f'; write a, b, c, d or e")]
    [InlineData("conditions", "NJ-01,2025-05-10,a,0.1,90,100,", "conditions.csv:2: facility_kilowatts: is below the IT power")]
    [InlineData("conditions", "NJ-01,2025-05-10,a,0.1,150,100,", "conditions.csv:2: point: is the last of 1; a test has five points")]
    public void A_fault_names_file_line_column_and_what_to_do(string table, string rows, string expected)
    {
        var header = (table switch { "racks" => Racks, "contracts" => Contracts, "fuels" => Fuels, _ => Conditions }).Split('\n')[0].Trim();
        File.WriteAllText(_folder.Of($"{table}.csv"), $"{header}\n{rows}\n");
        var document = Document($$"""{ "ledger": { "{{table}}": "{{table}}.csv" } }""");

        LedgerConfiguration.Load(document, new TrialProvince().Parts.Inventory);

        Assert.Contains(expected, Assert.Throws<ConfigurationException>(document.ThrowIfFaulty).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Time_shares_that_do_not_add_up_are_refused()
    {
        File.WriteAllText(_folder.Of("conditions.csv"), Conditions.Replace("e,0.1", "e,0.2", StringComparison.Ordinal));
        var document = Document("""{ "ledger": { "conditions": "conditions.csv" } }""");

        LedgerConfiguration.Load(document, new TrialProvince().Parts.Inventory);

        Assert.Contains(
            "conditions.csv:6: time_share: makes 1.1 with the other four", Assert.Throws<ConfigurationException>(document.ThrowIfFaulty).Message,
            StringComparison.Ordinal);
    }

    async Task<EnergyLedger> LedgerAsync(string racks = Racks)
    {
        foreach (var (name, text) in new[] { ("racks", racks), ("contracts", Contracts), ("fuels", Fuels), ("conditions", Conditions) })
            await File.WriteAllTextAsync(_folder.Of($"{name}.csv"), text, Token);
        var document = Document(
            """{ "ledger": { "racks": "racks.csv", "contracts": "contracts.csv", "fuels": "fuels.csv", "conditions": "conditions.csv" } }""");
        var province = new TrialProvince();
        var read = LedgerConfiguration.Load(document, province.Parts.Inventory);
        document.ThrowIfFaulty();
        await province.Ledger.CloseAllAsync(Token);
        return new(province.Parts with { Settings = province.Parts.Settings with { Inputs = read.Inputs } });
    }

    ConfigurationDocument Document(string json) => ConfigurationDocument.Parse(_folder.Of("site.json"), json);
}
