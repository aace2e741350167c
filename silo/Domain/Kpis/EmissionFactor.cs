using DcOps.Domain.Rules;
using DcOps.Domain.Units;

namespace DcOps.Domain.Kpis;

/// <summary>Carbon per kilowatt-hour of electricity, as one authority published it for one year.</summary>
/// <param name="Region">As in <c>CN-JS</c>, or <c>CN</c> for the nation.</param>
/// <param name="Year">Year that the factor describes, which may differ from the year of the activity.</param>
/// <param name="Source">Publication.</param>
public sealed record EmissionFactor(
    string Region, int Year, FactorMethod Method, decimal KilogramsPerKilowattHour, string Source, Verification Verification)
{
    /// <summary>Carbon of an amount of electricity.</summary>
    public CarbonMass Of(Energy energy) => new(energy.WattHours * KilogramsPerKilowattHour / 1_000);
}
