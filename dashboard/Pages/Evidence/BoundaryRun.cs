using DcOps.Domain.Metering;
using DcOps.Domain.Topology;

namespace DcOps.Dashboard.Pages.Evidence;

/// <summary>A stretch of local days under one boundary, and what it changed against the stretch before.</summary>
/// <param name="Added">Names of meters that the stretch before did not have; empty for the first.</param>
/// <param name="Changed">Meters of another role, rating, transformer, class or calibration than before.</param>
public sealed record BoundaryRun(
    BusinessPeriod Days, MeterBoundary Boundary, ImmutableArray<string> Added, ImmutableArray<string> Removed, ImmutableArray<string> Changed)
{
    public static ImmutableArray<BoundaryRun> Of(ImmutableArray<(BusinessPeriod Days, MeterBoundary Boundary)> runs)
    {
        var (shown, before) = (ImmutableArray.CreateBuilder<BoundaryRun>(), (MeterBoundary?)null);
        foreach (var (days, boundary) in runs)
        {
            shown.Add(before is null ? new(days, boundary, [], [], []) : new(
                days, boundary,
                [.. boundary.Meters.Where(meter => before[meter.Meter] is null).Select(meter => meter.Meter)],
                [.. before.Meters.Where(meter => boundary[meter.Meter] is null).Select(meter => meter.Meter)],
                [.. boundary.Meters.Where(meter => before[meter.Meter] is { } was && Traits(was) != Traits(meter)).Select(meter => meter.Meter)]));
            before = boundary;
        }

        return shown.DrainToImmutable();
    }

    static RegisteredMeter Traits(RegisteredMeter meter) => meter with { ValidFrom = default, ValidTo = null };
}
