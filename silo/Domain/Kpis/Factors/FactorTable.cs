using DcOps.Domain.Configuration;

namespace DcOps.Domain.Kpis.Factors;

/// <summary>
/// Dated factors by which energy becomes carbon, coal or weighted energy. The year of a factor is always explicit.
/// </summary>
public sealed class FactorTable
{
    FactorTable(
        ImmutableArray<EmissionFactor> emissions, ImmutableArray<CoalCoefficient> coal, ImmutableArray<CarrierWeights> weights) =>
        (Emissions, Coal, Weights) = (emissions, coal, weights);

    /// <summary>The table that ships with the product.</summary>
    public static FactorTable Shipped { get; } = Parse("emission-factors-cn.json", ShippedText.Of("emission-factors-cn.json"));

    public ImmutableArray<EmissionFactor> Emissions { get; }

    public ImmutableArray<CoalCoefficient> Coal { get; }

    public ImmutableArray<CarrierWeights> Weights { get; }

    /// <exception cref="ConfigurationException">A fault, with file, line, key and reason.</exception>
    public static FactorTable Parse(string file, string text)
    {
        var document = ConfigurationDocument.Parse(file, text);
        var emissions = document.Section<EmissionFactorSection[]>(EmissionFactorSection.Section, required: true) ?? [];
        var coal = document.Section<CoalSection[]>(CoalSection.Section) ?? [];
        var weights = document.Section<CarrierWeightsSection[]>(CarrierWeightsSection.Section) ?? [];
        foreach (var twice in emissions.GroupBy(factor => (factor.Region, factor.Method, factor.Year)).Where(group => group.Count() > 1))
            document.Refuse(EmissionFactorSection.Section, $"has {twice.Key} {twice.Count()} times; keep one.");
        document.ThrowIfFaulty();
        return new(
            [.. emissions.Select(each => new EmissionFactor(
                each.Region, each.Year, each.Method, each.KilogramsPerKilowattHour, each.Source, each.Verification))],
            [.. coal.Select(each => new CoalCoefficient(each.Id, each.KilogramsPerKilowattHour, each.Source, each.Verification))],
            [.. weights.Select(each => new CarrierWeights(each.Scheme, each.Weights.ToImmutableDictionary(StringComparer.Ordinal)))]);
    }

    /// <summary>The factor of a year; null when that year was not published or not read.</summary>
    public EmissionFactor? Find(string region, FactorMethod method, int year) =>
        Emissions.FirstOrDefault(factor => factor.Region == region && factor.Method == method && factor.Year == year);

    /// <summary>
    /// The newest factor for an activity of a year: of that year or the nearest earlier one; null when there is none.
    /// </summary>
    public EmissionFactor? Newest(string region, FactorMethod method, int activityYear) => Emissions
        .Where(factor => factor.Region == region && factor.Method == method && factor.Year <= activityYear)
        .MaxBy(factor => factor.Year);

    /// <exception cref="KeyNotFoundException">No such coefficient.</exception>
    public CoalCoefficient CoalOf(string id) =>
        Coal.FirstOrDefault(each => each.Id == id) ?? throw new KeyNotFoundException($"No coal coefficient '{id}'.");

    /// <exception cref="KeyNotFoundException">No such scheme.</exception>
    public CarrierWeights WeightsOf(string scheme) =>
        Weights.FirstOrDefault(each => each.Scheme == scheme) ?? throw new KeyNotFoundException($"No carrier scheme '{scheme}'.");
}
