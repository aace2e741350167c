using DcOps.Domain.Csv;
using DcOps.Domain.Topology;

namespace DcOps.Domain.Green;

/// <summary>Fuel burnt by facility and run of days as a table.</summary>
public static class FuelUseCsv
{
    public static ImmutableArray<string> Columns { get; } =
        ["facility", "from", "to", "fuel", "amount", "unit", "kilograms_co2e_per_unit", "source"];

    /// <summary>By facility, then first day; or null with every fault by file, line and column.</summary>
    public static IReadOnlyList<FuelUse>? Read(string file, string text, Inventory inventory, out ImmutableArray<CsvFault> faults)
    {
        var (found, uses) = (new List<CsvFault>(), new List<FuelUse>());
        foreach (var row in CsvTable.Read(file, text, Columns, found))
        {
            if (Use(row, inventory) is not { } use)
                continue;
            if (uses.Exists(other => other.Facility == use.Facility && other.Fuel == use.Fuel && other.From < use.To && use.From < other.To))
                row.Refuse("from", $"begins inside another row of {use.Fuel} of {use.Facility}; days count once.");
            else
                uses.Add(use);
        }

        faults = [.. found.OrderBy(fault => fault.Line)];
        return faults.IsEmpty ? [.. uses.OrderBy(use => use.Facility.Value, StringComparer.Ordinal).ThenBy(use => use.From)] : null;
    }

    static FuelUse? Use(CsvRow row, Inventory inventory)
    {
        var (facility, run) = (GreenCells.Facility(row, inventory), GreenCells.Run(row));
        var (amount, factor) = (GreenCells.Amount(row, "amount"), GreenCells.Amount(row, "kilograms_co2e_per_unit"));
        var (fuel, unit, source) = (row.Required("fuel"), row.Required("unit"), row.Required("source"));
        return row.IsFaulty
            ? null
            : new(facility!.Value, run!.Value.From, run.Value.To, fuel, amount!.Value, unit, factor!.Value, source);
    }
}
