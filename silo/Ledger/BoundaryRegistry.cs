using DcOps.Domain.Metering;
using DcOps.Domain.Topology;

namespace DcOps.Ledger;

/// <summary>
/// A registry made of the inventory's boundary, where nobody wrote one: roles alone, with ratings so wide that only nonsense is
/// refused, and no accuracy, so that no figure claims one.
/// </summary>
public static class BoundaryRegistry
{
    const double ResolutionWattHours = 1_000;

    // Design IT power leaves room for losses, cooling and a day when everything runs.
    const double RatingOfCapacity = 3;

    // What a large site's entrance carries.
    const double WidestWatts = 300_000_000;

    static readonly DateOnly From = new(2000, 1, 1);

    public static MeterRegistry Of(Inventory inventory) => new(inventory.Facilities.SelectMany(facility => facility.Meters.Select(meter =>
        new RegisteredMeter(
            facility.Id, meter.Device, meter.Role, MeterCarrier.Electricity, Parent: null, Current: null, Voltage: null,
            facility.ItCapacity is { Watts: > 0 } capacity ? capacity.Watts * RatingOfCapacity : WidestWatts, ResolutionWattHours,
            ModulusWattHours: null, AccuracyPercent: null, CalibratedOn: null, CalibrationDueOn: null, Serial: null, IsVolatile: false,
            From, ValidTo: null))));
}
