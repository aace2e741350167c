using DcOps.Domain.Rules;
using DcOps.Domain.Units;

namespace DcOps.Domain.Kpis;

/// <summary>Coal of 29.3076 MJ/kg that stands for a kilowatt-hour.</summary>
/// <param name="Id">As in <c>equivalent-value</c> (当量值) or <c>equal-value-2023</c> (等价值).</param>
public sealed record CoalCoefficient(
    string Id, decimal KilogramsPerKilowattHour, string Source, Verification Verification)
{
    /// <summary>Tonnes of coal equivalent of an amount of electricity.</summary>
    public decimal TonnesOf(Energy energy) => energy.WattHours * KilogramsPerKilowattHour / 1_000_000;

    /// <summary>Electricity of so many tonnes of coal equivalent, to the watt-hour above.</summary>
    public Energy EnergyOf(decimal tonnes) =>
        new((long)decimal.Ceiling(tonnes * 1_000_000 / KilogramsPerKilowattHour));
}
