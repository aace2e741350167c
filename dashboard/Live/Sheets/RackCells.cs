using DcOps.Domain.Racks;

namespace DcOps.Dashboard.Live.Sheets;

/// <summary>A rack as a row of a live table: keys <c>NJ-01/R01/A07-power</c> and so on.</summary>
static class RackCells
{
    public static Sheet PutRack(this Sheet sheet, RackSummary rack)
    {
        var state = rack.Freshness == Freshness.Live ? "" : "stale";
        return sheet.Put($"{rack.Rack}-power", rack.Power, state)
            .PutPercent($"{rack.Rack}-utilization", RackOrder.Utilization(rack), state)
            .Put($"{rack.Rack}-inlet", rack.InletTemperature)
            .Put($"{rack.Rack}-condition", rack.Condition)
            .Put($"{rack.Rack}-freshness", rack.Freshness)
            .PutAge($"{rack.Rack}-age", rack.LastObservedAt);
    }
}
