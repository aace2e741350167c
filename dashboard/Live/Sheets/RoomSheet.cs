using System.Globalization;
using DcOps.Dashboard.Localization;
using DcOps.Domain.Racks;
using DcOps.Domain.Units;

namespace DcOps.Dashboard.Live.Sheets;

/// <summary>The live values of a room's page: its sums, and each rack as a short number on the plan (<c>plan-A01</c>).</summary>
public static class RoomSheet
{
    const int Steps = 4;
    const double FullLoad = 1;
    const string NoSensor = "–";

    /// <param name="racks">Of the room.</param>
    /// <param name="at">When they were asked.</param>
    public static Sheet Of(ImmutableArray<RackSummary> racks, FloorMetric metric, InletBands bands, Wording wording, DateTimeOffset at)
    {
        var sheet = new Sheet(wording, at)
            .PutRoom("room", racks)
            .Put("room-total", racks.Length)
            .PutPercent("room-load", LoadOf([.. racks.Where(rack => rack.Freshness == Freshness.Live)]))
            .PutAge("age", racks.Max(rack => rack.LastObservedAt));
        foreach (var rack in racks)
            PutPlan(sheet, rack, metric, bands, wording);
        foreach (var rack in racks)
            sheet.PutRack(rack);
        return sheet;
    }

    /// <summary>A room's sums over its live racks: keys <c>…-power</c>, <c>…-hottest</c> and <c>…-live</c>.</summary>
    internal static Sheet PutRoom(this Sheet sheet, string key, ImmutableArray<RackSummary> racks)
    {
        var live = racks.Where(rack => rack.Freshness == Freshness.Live).ToList();
        var inlets = racks.Select(rack => rack.InletTemperature).OfType<Temperature>().ToList();
        return sheet.Put($"{key}-power", live.Exists(rack => rack.Power is not null) ? new Power(live.Sum(rack => rack.Power?.Watts ?? 0)) : null)
            .Put($"{key}-hottest", inlets.Count == 0 ? null : inlets.Max())
            .Put($"{key}-live", live.Count);
    }

    // Of the racks that say their power; null when none does.
    static Ratio? LoadOf(List<RackSummary> live)
    {
        var known = live.Where(rack => rack.Power is not null).ToList();
        var provisioned = new Power(known.Sum(rack => rack.ProvisionedPower.Watts));
        return provisioned > Power.Zero ? new Power(known.Sum(rack => rack.Power?.Watts ?? 0)) / provisioned : null;
    }

    static void PutPlan(Sheet sheet, RackSummary rack, FloorMetric metric, InletBands bands, Wording wording)
    {
        var load = RackOrder.Utilization(rack);
        double? value = metric switch
        {
            FloorMetric.Inlet => rack.InletTemperature?.Celsius,
            FloorMetric.Load => load?.Percent,
            _ => rack.Power?.Watts / 1e3,
        };
        // A rack that is heard and has no such sensor is not one that fell silent.
        if (value is null && rack.Freshness == Freshness.Live)
        {
            sheet.Put(KeyOf(rack), NoSensor, null, "absent");
            return;
        }

        var state = rack.Freshness != Freshness.Live ? "missing" : metric == FloorMetric.Inlet ? bands.StateOf(rack.InletTemperature) : LoadState(load);
        sheet.Put(
            KeyOf(rack), value is { } known ? wording.Number(known, metric == FloorMetric.Load ? 0 : 1) : Wording.NoValue,
            value?.ToString("R", CultureInfo.InvariantCulture), state);
    }

    static string KeyOf(RackSummary rack) => $"plan-{rack.Rack.RackCode}";

    // Shades of grey up to what the rack was granted; above it is what people must see.
    static string LoadState(Ratio? load) => load?.Value switch
    {
        null => "missing",
        > FullLoad => "warm",
        var value => string.Create(CultureInfo.InvariantCulture, $"level-{(int)Math.Clamp(value.Value * Steps, 0, Steps)}"),
    };
}
