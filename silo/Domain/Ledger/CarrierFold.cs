using DcOps.Domain.Kpis;
using DcOps.Domain.Metering;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Domain.Ledger;

/// <summary>
/// Energy of gas and fuels that metered into a boundary, by EN 50600-4-2. Liquid fuel counts nothing where a generator's output
/// is metered: its electricity is in E_DC already. Bought cooling needs its supplier's factor and is added by whoever knows it.
/// </summary>
public static class CarrierFold
{
    /// <param name="series">By meter; a fuel meter's counts its carrier's own unit.</param>
    public static Energy Of(
        FacilityId facility, MeterRegistry registry, IReadOnlyDictionary<string, EnergySeries> series, BusinessPeriod period,
        BusinessCalendar calendar)
    {
        var sum = Energy.Zero;
        foreach (var (days, boundary) in registry.RunsOf(facility, period, calendar))
        {
            var hasGenerator = boundary.Of(MeterRole.Generator).Any();
            foreach (var meter in boundary.Of(MeterRole.Fuel))
            {
                if (series.TryGetValue(meter.Meter, out var own) && CarrierOf(meter.Carrier, hasGenerator) is { } carrier)
                    sum += carrier.Carrier.EnergyOf(own.TotalOf(days).WattHours * carrier.UnitsPerCount);
            }
        }

        return sum;
    }

    static (EnergyCarrier Carrier, double UnitsPerCount)? CarrierOf(MeterCarrier carrier, bool hasGenerator) => carrier switch
    {
        MeterCarrier.NaturalGas => (EnergyCarrier.NaturalGas, 0.001),
        MeterCarrier.Hydrogen => (EnergyCarrier.Hydrogen, 0.001),
        MeterCarrier.Diesel when !hasGenerator => (EnergyCarrier.Diesel, 1),
        MeterCarrier.Bioethanol when !hasGenerator => (EnergyCarrier.Bioethanol, 1),
        _ => null,
    };
}
