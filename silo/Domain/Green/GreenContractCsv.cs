using DcOps.Domain.Csv;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Domain.Green;

/// <summary>Green electricity by contract or certificate as a table. A certificate stands in it once, whoever owns it.</summary>
public static class GreenContractCsv
{
    public static ImmutableArray<string> Columns { get; } =
        ["facility", "source", "from", "to", "megawatt_hours", "certificate", "retired_on"];

    /// <summary>By facility, then first day; or null with every fault by file, line and column.</summary>
    public static IReadOnlyList<GreenContract>? Read(string file, string text, Inventory inventory, out ImmutableArray<CsvFault> faults)
    {
        var (found, contracts) = (new List<CsvFault>(), new Dictionary<string, (GreenContract Contract, int Line)>(StringComparer.Ordinal));
        foreach (var row in CsvTable.Read(file, text, Columns, found))
        {
            if (Contract(row, inventory) is not { } contract)
                continue;
            if (!contracts.TryAdd(contract.Certificate, (contract, row.Line)))
                row.Refuse("certificate", $"is '{contract.Certificate}', which line {contracts[contract.Certificate].Line} has already; it counts once.");
        }

        faults = [.. found.OrderBy(fault => fault.Line)];
        return faults.IsEmpty
            ? [.. contracts.Values.Select(each => each.Contract).OrderBy(each => each.Facility.Value, StringComparer.Ordinal).ThenBy(each => each.From)]
            : null;
    }

    static GreenContract? Contract(CsvRow row, Inventory inventory)
    {
        var (facility, run, amount) = (GreenCells.Facility(row, inventory), GreenCells.Run(row), GreenCells.Amount(row, "megawatt_hours"));
        row.Required("source");
        var source = row.Choice<GreenSource>("source");
        var (certificate, retiredOn) = (row.Required("certificate"), row.Date("retired_on"));
        return row.IsFaulty
            ? null
            : new(facility!.Value, source!.Value, run!.Value.From, run.Value.To, Energy.FromKilowattHours(amount!.Value * 1_000), certificate, retiredOn);
    }
}
