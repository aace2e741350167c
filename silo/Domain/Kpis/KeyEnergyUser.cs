using DcOps.Domain.Units;

namespace DcOps.Domain.Kpis;

/// <summary>Key energy users (重点用能单位): from 10 000 tce a year, or 5 000 where the authority designates them.</summary>
/// <param name="TonnesPerYear">The threshold, tce/a.</param>
public readonly record struct KeyEnergyUser(decimal TonnesPerYear)
{
    public static KeyEnergyUser National { get; } = new(10_000);

    public static KeyEnergyUser Designated { get; } = new(5_000);

    /// <summary>Electricity of a year from which a facility is one.</summary>
    public Energy Threshold(CoalCoefficient coal) => coal.EnergyOf(TonnesPerYear);

    /// <summary>Mean power of that energy over a year of 8 760 hours.</summary>
    public Power MeanPower(CoalCoefficient coal) => new(Threshold(coal).WattHours / 8_760.0);

    public bool Includes(Energy ofTheYear, CoalCoefficient coal) => coal.TonnesOf(ofTheYear) >= TonnesPerYear;
}
