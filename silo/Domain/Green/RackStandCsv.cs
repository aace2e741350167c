using DcOps.Domain.Csv;
using DcOps.Domain.Kpis;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Domain.Green;

/// <summary>Racks by facility and day as a table.</summary>
public static class RackStandCsv
{
    public static ImmutableArray<string> Columns { get; } =
        ["facility", "counted_on", "design", "installed", "in_service", "rated_kilowatts", "in_service_means"];

    /// <summary>By facility, then day; or null with every fault by file, line and column.</summary>
    public static IReadOnlyList<RackStand>? Read(string file, string text, Inventory inventory, out ImmutableArray<CsvFault> faults)
    {
        var (found, stands) = (new List<CsvFault>(), new SortedDictionary<(string, DateOnly), RackStand>());
        foreach (var row in CsvTable.Read(file, text, Columns, found))
        {
            if (Stand(row, inventory) is { } stand && !stands.TryAdd((stand.Facility.Value, stand.CountedOn), stand))
                row.Refuse("counted_on", $"counts {stand.Facility} on {stand.CountedOn:yyyy-MM-dd} again; keep one row.");
        }

        faults = [.. found.OrderBy(fault => fault.Line)];
        return faults.IsEmpty ? [.. stands.Values] : null;
    }

    static RackStand? Stand(CsvRow row, Inventory inventory)
    {
        var (facility, day) = (GreenCells.Facility(row, inventory), GreenCells.RequiredDate(row, "counted_on"));
        var (design, installed, inService) = (GreenCells.Count(row, "design"), GreenCells.Count(row, "installed"), GreenCells.Count(row, "in_service"));
        row.Required("rated_kilowatts");
        var rated = row.Positive("rated_kilowatts");
        if (installed > design)
            row.Refuse("installed", $"is {installed}, more than the {design} of the design; correct one of them.");
        if (inService > installed)
            row.Refuse("in_service", $"is {inService}, more than the {installed} that are installed; correct one of them.");
        return row.IsFaulty
            ? null
            : new(
                facility!.Value, day!.Value,
                new(design!.Value, installed!.Value, inService!.Value, new Power(rated!.Value * 1_000), row.TextOrNull("in_service_means") ?? RackCounts.DefaultMeaning));
    }
}
