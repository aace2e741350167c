using DcOps.Domain.Ledger;
using DcOps.Domain.Metering;
using DcOps.Domain.Topology;
using DcOps.Simulator.Layout;
using DcOps.Simulator.Physics;

namespace DcOps.Simulator.Sites;

/// <summary>The meters of the played sites as their operators would have registered them, as the table that the ledger reads.</summary>
public static class SiteMeters
{
    public const string File = "meters.csv";

    const double AccuracyPercent = 0.5;

    // Before any day that is played.
    static readonly DateOnly From = new(2020, 1, 1);

    static readonly DateOnly CalibratedBefore = new(2026, 1, 1);

    /// <summary>Of sites that are polled: their plant's meters, and their racks as one.</summary>
    public static string Table(ProvincePlan plan) => MeterCsv.Write(new(plan.Facilities.SelectMany(facility => Of(facility, From, CalibratedBefore).Append(Racks(facility)))));

    /// <summary>Entries of a site's plant from a day on, in the order of the plan's meters.</summary>
    /// <param name="calibratedBefore">The meters were calibrated within 600 days before it, for three years each.</param>
    public static IEnumerable<RegisteredMeter> Of(FacilityPlan plan, DateOnly from, DateOnly calibratedBefore) => plan.Meters.Select(meter =>
    {
        var key = SeededNoise.Key(0, $"{plan.Id.Value}/{meter.Name}");
        var calibrated = calibratedBefore.AddDays(-(int)SeededNoise.Between(key, 30, 600));
        return new RegisteredMeter(
            plan.Id, meter.Name, MeterKinds.RoleOf(meter.Kind), MeterCarrier.Electricity, meter.Parent, Current: null, Voltage: null,
            meter.Rated.Watts, ResolutionWattHours: 1, ModulusWattHours: null, AccuracyPercent, calibrated, calibrated.AddYears(3),
            Serial: null, IsVolatile: false, from, ValidTo: null);
    });

    // Their PDUs count in steps of up to a tenth of a kilowatt-hour each; no class of accuracy is declared for them.
    static RegisteredMeter Racks(FacilityPlan plan) => new(
        plan.Id, RackRegister.Meter, MeterRole.ItInput, MeterCarrier.Electricity, Parent: null, Current: null, Voltage: null,
        plan.Rooms.Sum(room => room.Racks.Sum(rack => rack.Provisioned.Watts)) * 2, ResolutionWattHours: 1, ModulusWattHours: null,
        AccuracyPercent: null, CalibratedOn: null, CalibrationDueOn: null, Serial: null, IsVolatile: false, From, ValidTo: null);
}
