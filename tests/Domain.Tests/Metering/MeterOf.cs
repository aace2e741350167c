using DcOps.Domain.Metering;
using DcOps.Domain.Topology;

namespace DcOps.Domain.Tests.Metering;

/// <summary>Registered meters of NJ-01, written down by what matters to a test.</summary>
static class MeterOf
{
    public static readonly FacilityId Facility = FacilityId.Parse("NJ-01");

    public static RegisteredMeter Role(
        MeterRole role, string name, string? parent = null, double ratedKilowatts = 1_000, double resolution = 1,
        double? modulus = null, string? serial = null, DateOnly? from = null, DateOnly? to = null, double? accuracy = 0.5,
        TransformerClass? current = null, DateOnly? calibrationDue = null) => new(
            Facility, name, role, MeterCarrier.Electricity, parent, current, null, ratedKilowatts * 1_000, resolution, modulus,
            accuracy, null, calibrationDue, serial, false, from ?? new(2025, 1, 1), to);
}
