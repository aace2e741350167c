using DcOps.Domain.Metering;
using DcOps.Simulator.Devices;
using DcOps.Simulator.Layout;
using DcOps.Simulator.Physics;
using DcOps.Simulator.Sites;

namespace DcOps.Simulator.Years;

/// <summary>The registry's entries that a played year's meters would have: some behind transformers, some that wrap, all with a serial.</summary>
public static class YearRegistry
{
    const double TransformerPercent = 0.2;

    // UPS meters of this make count to a gigawatt-hour.
    const double UpsModulusWattHours = 1e9;

    /// <summary>Entries from the year's first day on, in the order of the plan's meters.</summary>
    public static IEnumerable<RegisteredMeter> Of(FacilityPlan plan, DateOnly from) => SiteMeters.Of(plan, from, from).Zip(plan.Meters, (entry, meter) =>
    {
        var key = SeededNoise.Key(0, $"{plan.Id.Value}/{meter.Name}");
        return entry with
        {
            Current = meter.Kind == MeterKind.Cooling ? new TransformerClass(400, 5, TransformerPercent) : null,
            ModulusWattHours = meter.Kind == MeterKind.UpsOutput ? UpsModulusWattHours : null,
            Serial = $"SN{key % 1_000_000:000000}",
        };
    });

    /// <summary>The register as it stands when the year begins.</summary>
    public static ServedRegister RegisterOf(RegisteredMeter entry)
    {
        var step = (long)Math.Round(RegisterForm.WattHour * entry.Multiplier);
        var modulus = entry.ModulusWattHours is { } most ? (long)most : (long?)null;
        return new(step * 123_456, new(step, modulus));
    }
}
