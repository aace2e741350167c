using DcOps.Domain.Units;

namespace DcOps.Domain.Kpis;

/// <summary>A carrier other than electricity that crosses the boundary, and its energy by amount (EN 50600-4-2).</summary>
/// <param name="KilowattHoursPerUnit">kWh per unit of amount.</param>
/// <param name="Unit">Unit of amount, as in <c>m³</c>.</param>
public sealed record EnergyCarrier(string Name, double KilowattHoursPerUnit, string Unit)
{
    public static EnergyCarrier NaturalGas { get; } = new("natural-gas", 10.5, "m³");

    public static EnergyCarrier Diesel { get; } = new("diesel", 9.9, "L");

    public static EnergyCarrier Hydrogen { get; } = new("hydrogen", 38.9, "kg");

    public static EnergyCarrier Bioethanol { get; } = new("bioethanol", 6.0, "L");

    /// <summary>Cold bought from a supplier, by heat meter: what the supplying plant spends on a thermal kilowatt-hour.</summary>
    /// <param name="supplierCop">Heat moved per electricity of the supplier's plant; above zero.</param>
    public static EnergyCarrier BoughtCooling(double supplierCop) => new("bought-cooling", 1 / supplierCop, "kWh");

    /// <summary>Energy of an amount. Where a generator's output is metered, its fuel is not counted again.</summary>
    public Energy EnergyOf(double amount) => Energy.FromKilowattHours((decimal)(amount * KilowattHoursPerUnit));
}
