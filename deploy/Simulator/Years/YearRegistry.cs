using DcOps.Domain.Metering;
using DcOps.Simulator.Devices;
using DcOps.Simulator.Layout;
using DcOps.Simulator.Physics;

namespace DcOps.Simulator.Years;

/// <summary>The registry's entries that a played site's meters would have.</summary>
public static class YearRegistry
{
    const double AccuracyPercent = 0.5;
    const double TransformerPercent = 0.2;

    // UPS meters of this make count to a gigawatt-hour.
    const double UpsModulusWattHours = 1e9;

    /// <summary>Entries from the year's first day on, in the order of the plan's meters.</summary>
    public static IEnumerable<RegisteredMeter> Of(FacilityPlan plan, DateOnly from) => plan.Meters.Select(meter =>
    {
        var key = SeededNoise.Key(0, $"{plan.Id.Value}/{meter.Name}");
        var transformer = meter.Kind == MeterKind.Cooling ? new TransformerClass(400, 5, TransformerPercent) : (TransformerClass?)null;
        var calibrated = from.AddDays(-(int)SeededNoise.Between(key, 30, 600));
        return new RegisteredMeter(
            plan.Id, meter.Name, MeterKinds.RoleOf(meter.Kind), MeterCarrier.Electricity, Parent: null, transformer, Voltage: null,
            meter.Rated.Watts, ResolutionWattHours: 1, meter.Kind == MeterKind.UpsOutput ? UpsModulusWattHours : null,
            AccuracyPercent, calibrated, calibrated.AddYears(3), $"SN{key % 1_000_000:000000}", IsVolatile: false, from, ValidTo: null);
    });

    /// <summary>The register as it stands when the year begins.</summary>
    public static ServedRegister RegisterOf(RegisteredMeter entry)
    {
        var step = (long)Math.Round(RegisterForm.WattHour * entry.Multiplier);
        var modulus = entry.ModulusWattHours is { } most ? (long)most : (long?)null;
        return new(step * 123_456, new(step, modulus));
    }
}
