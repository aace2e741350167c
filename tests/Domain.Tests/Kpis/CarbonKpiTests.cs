using DcOps.Domain.Configuration;
using DcOps.Domain.Facilities;
using DcOps.Domain.Kpis;
using DcOps.Domain.Kpis.Factors;
using DcOps.Domain.Rules;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Domain.Tests.Kpis;

public sealed class CarbonKpiTests
{
    static readonly EmissionFactor Jiangsu2023 = FactorTable.Shipped.Find("CN-JS", FactorMethod.Location, 2023)!;
    static readonly EmissionFactor Residual2023 = FactorTable.Shipped.Find("CN", FactorMethod.Residual, 2023)!;

    [Fact]
    [Trait("Vector", "K12")]
    public void Location_based_cue_is_the_pue_times_the_provinces_factor()
    {
        var period = Year().With(new() { LocationFactor = Jiangsu2023 });

        Assert.Equal(7_575_100m, CarbonAccount.LocationBased(period)!.Value.Kilograms);
        Assert.Equal(0.757510, new LocationCarbonEffectiveness().Compute(period)!.Value, 6);
        Assert.Equal(1.3 * 0.5827, new LocationCarbonEffectiveness().Compute(period)!.Value, 9);
    }

    [Fact]
    [Trait("Vector", "K13")]
    public void Market_based_cue_counts_contracted_non_fossil_energy_as_nothing()
    {
        var period = Year().With(new() { ResidualFactor = Residual2023, ContractedNonFossil = KilowattHours(4_550_000) });

        Assert.Equal(5_151_120m, CarbonAccount.MarketBased(period)!.Value.Kilograms);
        Assert.Equal(0.515112, new MarketCarbonEffectiveness().Compute(period)!.Value, 6);
    }

    [Fact]
    [Trait("Vector", "K27")]
    public void Carbon_of_a_year_is_made_with_the_factor_of_its_year()
    {
        decimal Of(int year) =>
            FactorTable.Shipped.Find("CN-JS", FactorMethod.Location, year)!.Of(KilowattHours(10_000_000)).Kilograms;

        Assert.Equal([6_451_000m, 5_978_000m, 5_827_000m], [Of(2021), Of(2022), Of(2023)]);
    }

    [Fact]
    [Trait("Vector", "K31")]
    public void On_site_generation_is_no_grid_energy_in_either_method()
    {
        var period = PeriodOf.Rows(
                (MeterRole.UtilityEntrance, [12_500_000]), (MeterRole.Renewable, [500_000]), (MeterRole.UpsOutput, [10_000_000]))
            .With(new()
            {
                LocationFactor = Jiangsu2023,
                ResidualFactor = Residual2023,
                ContractedRenewable = KilowattHours(3_000_000),
            });

        Assert.Equal(0.269231, new RenewableEnergyFactor().Compute(period)!.Value, 6);
        Assert.Equal(5_791_200m, CarbonAccount.MarketBased(period)!.Value.Kilograms);
        Assert.Equal(7_283_750m, CarbonAccount.LocationBased(period)!.Value.Kilograms);
    }

    [Fact]
    public void A_factor_of_the_other_method_is_not_used()
    {
        var period = Year().With(new() { LocationFactor = Residual2023, ResidualFactor = Jiangsu2023 });

        Assert.Null(CarbonAccount.LocationBased(period));
        Assert.Null(CarbonAccount.MarketBased(period));
    }

    [Fact]
    public void The_newest_factor_is_of_the_activitys_year_or_before_and_keeps_its_own_year()
    {
        Assert.Equal(2023, FactorTable.Shipped.Newest("CN-JS", FactorMethod.Location, 2025)!.Year);
        Assert.Equal(2022, FactorTable.Shipped.Newest("CN-AH", FactorMethod.Location, 2025)!.Year);
        Assert.Null(FactorTable.Shipped.Newest("CN-JS", FactorMethod.Location, 2020));
        Assert.Null(FactorTable.Shipped.Find("CN-XZ", FactorMethod.Location, 2023));
    }

    [Fact]
    [Trait("Vector", "K21")]
    public void Electricity_becomes_standard_coal_by_its_equivalent_value()
    {
        var period = Year().With(new() { Coal = FactorTable.Shipped.CoalOf("equivalent-value") });

        Assert.Equal(1_597.700, new StandardCoal().Compute(period)!.Value, 3);
    }

    [Fact]
    [Trait("Vector", "K22")]
    public void A_key_energy_user_begins_at_ten_thousand_tonnes_of_coal()
    {
        var coal = FactorTable.Shipped.CoalOf("equivalent-value");

        var threshold = KeyEnergyUser.National.Threshold(coal);

        Assert.Equal(81_366_965, threshold.KilowattHours, 0);
        Assert.Equal(9.2885, KeyEnergyUser.National.MeanPower(coal).Megawatts, 4);
        Assert.True(KeyEnergyUser.National.Includes(threshold, coal));
        Assert.False(KeyEnergyUser.National.Includes(threshold - new Energy(1), coal));
    }

    [Fact]
    [Trait("Vector", "K32")]
    public void Source_energy_is_another_scheme_and_never_mixed_with_the_physical_one()
    {
        var weights = FactorTable.Shipped.WeightsOf("green-grid-source-us");

        var source = weights.Of([("electricity", KilowattHours(12_500_000)), ("natural-gas", KilowattHours(315_000))]);

        Assert.Equal(12_597_650_000, source.WattHours);
        Assert.Contains("hydrogen", Assert.Throws<ArgumentException>(() => weights.Of([("hydrogen", KilowattHours(1))])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_faulty_table_names_file_line_and_key()
    {
        var fault = Assert.Throws<ConfigurationException>(() => FactorTable.Parse("mine.json", """
            {
              "emissionFactors": [
                { "region": "CN-JS", "method": "location", "year": 1823, "kilogramsPerKilowattHour": 0.5, "source": "x", "verification": "verified" }
              ]
            }
            """));

        Assert.Contains("mine.json:3: emissionFactors[0].year", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_not_read_is_marked()
    {
        Assert.All(
            FactorTable.Shipped.Emissions.Where(factor => factor is { Region: "CN", Method: FactorMethod.Fossil }),
            factor => Assert.Equal(Verification.Unverified, factor.Verification));
        Assert.Equal(Verification.Verified, Jiangsu2023.Verification);
    }

    static FacilityPeriod Year() => PeriodOf.Rows((MeterRole.UtilityEntrance, [13_000_000]), (MeterRole.UpsOutput, [10_000_000]));

    static Energy KilowattHours(decimal value) => Energy.FromKilowattHours(value);
}
