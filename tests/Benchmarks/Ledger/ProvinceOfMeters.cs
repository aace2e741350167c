using DcOps.Domain.Metering;
using DcOps.Domain.Topology;

namespace DcOps.Benchmarks.Ledger;

/// <summary>
/// Facilities of forty meters each: two feeds, eight UPSs with two panels each, cooling, lighting, one generator.
/// </summary>
static class ProvinceOfMeters
{
    public const int MetersPerFacility = 40;

    public static MeterRegistry Of(int facilities) =>
        new(Enumerable.Range(0, facilities).SelectMany(number => Facility(IdOf(number))));

    public static FacilityId IdOf(int number) => FacilityId.Parse($"F-{number}");

    static IEnumerable<RegisteredMeter> Facility(FacilityId id)
    {
        foreach (var feed in Enumerable.Range(0, 2))
            yield return Meter(id, MeterRole.UtilityEntrance, $"feed-{feed}", null, 8_000);
        yield return Meter(id, MeterRole.Generator, "generator", null, 8_000);
        foreach (var ups in Enumerable.Range(0, 8))
        {
            yield return Meter(id, MeterRole.UpsOutput, $"ups-{ups}", null, 1_200);
            yield return Meter(id, MeterRole.PduOutput, $"panel-{ups}-a", $"ups-{ups}", 800);
            yield return Meter(id, MeterRole.PduOutput, $"panel-{ups}-b", $"ups-{ups}", 800);
        }

        foreach (var chiller in Enumerable.Range(0, 10))
            yield return Meter(id, MeterRole.Cooling, $"chiller-{chiller}", null, 600);
        foreach (var light in Enumerable.Range(0, 3))
            yield return Meter(id, MeterRole.Lighting, $"lighting-{light}", null, 100);
    }

    static RegisteredMeter Meter(FacilityId id, MeterRole role, string name, string? parent, double kilowatts) => new(
        id, name, role, MeterCarrier.Electricity, parent, null, null, kilowatts * 1_000, 100, 1_000_000_000, 0.5, null, null, null,
        false, new(2020, 1, 1), null);
}
