using DcOps.Domain.Csv;
using DcOps.Domain.Topology;

namespace DcOps.Domain.Green;

/// <summary>Designs by facility and day as a table.</summary>
public static class FacilityDesignCsv
{
    public static ImmutableArray<string> Columns { get; } =
        ["facility", "designed_on", "load_profile", "facility_kilowatt_hours", "it_kilowatt_hours"];

    /// <summary>By facility, then day; or null with every fault by file, line and column.</summary>
    public static IReadOnlyList<FacilityDesign>? Read(string file, string text, Inventory inventory, out ImmutableArray<CsvFault> faults)
    {
        var (found, designs) = (new List<CsvFault>(), new SortedDictionary<(string, DateOnly), FacilityDesign>());
        foreach (var row in CsvTable.Read(file, text, Columns, found))
        {
            if (Design(row, inventory) is { } design && !designs.TryAdd((design.Facility.Value, design.Design.Of), design))
                row.Refuse("designed_on", $"states {design.Facility} on {design.Design.Of:yyyy-MM-dd} again; keep one row.");
        }

        faults = [.. found.OrderBy(fault => fault.Line)];
        return faults.IsEmpty ? [.. designs.Values] : null;
    }

    static FacilityDesign? Design(CsvRow row, Inventory inventory)
    {
        var (facility, day, profile) = (GreenCells.Facility(row, inventory), GreenCells.RequiredDate(row, "designed_on"), row.Required("load_profile"));
        var (whole, it) = (GreenCells.Energy(row, "facility_kilowatt_hours"), GreenCells.Energy(row, "it_kilowatt_hours"));
        if (it is { WattHours: 0 })
            row.Refuse("it_kilowatt_hours", "is zero; a design without IT energy has no ratio.");
        if (whole < it)
            row.Refuse("facility_kilowatt_hours", "is below the IT energy; what enters is never less.");
        return row.IsFaulty ? null : new(facility!.Value, new(profile, day!.Value, whole!.Value, it!.Value));
    }
}
