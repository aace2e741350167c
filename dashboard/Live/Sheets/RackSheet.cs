using DcOps.Dashboard.Localization;
using DcOps.Domain.Racks;

namespace DcOps.Dashboard.Live.Sheets;

/// <summary>The live values of a rack page.</summary>
public static class RackSheet
{
    public static Sheet Of(RackSnapshot rack, Wording wording)
    {
        var state = rack.Freshness == Freshness.Live ? "" : "stale";
        var sheet = new Sheet(wording, rack.At)
            .Put("power", rack.Power, state)
            .PutPercent("utilization", rack.Utilization, state)
            .Put("inlet", rack.InletTemperature)
            .Put("energy-today", rack.EnergyToday)
            .Put("condition", rack.Condition)
            .Put("freshness", rack.Freshness)
            .PutAge("age", rack.LastObservedAt);
        foreach (var reading in rack.Latest)
            sheet.PutReading(reading);
        return sheet;
    }
}
