using DcOps.Domain.Configuration;
using DcOps.Domain.Csv;
using DcOps.Domain.Green;
using DcOps.Domain.Kpis.Factors;
using DcOps.Domain.Metering;
using DcOps.Domain.Rules;
using DcOps.Domain.Topology;

namespace DcOps.Ledger;

/// <summary>Reads section <c>ledger</c> and the tables that it names.</summary>
public static class LedgerConfiguration
{
    const int MostFaults = 20;

    /// <summary>The settings; every fault of the section and of its tables is collected in the document, by file, line and column.</summary>
    public static LedgerSettings Load(ConfigurationDocument document, Inventory inventory)
    {
        var section = document.Section<LedgerSection>(LedgerSection.Section) ?? new LedgerSection();
        var region = $"CN-{inventory.Province.Value}";
        var meters = Table(
            document, "meters", section.Meters, (file, text) => (MeterCsv.Read(file, text, out var faults), faults)) ?? BoundaryRegistry.Of(inventory);
        var declarations = Table(
            document, "facilities", section.Facilities,
            (file, text) => (DeclarationCsv.Read(file, text, inventory, region, out var faults), faults));
        var racks = Table(document, "racks", section.Racks, (file, text) => (RackStandCsv.Read(file, text, inventory, out var faults), faults));
        var contracts = Table(
            document, "contracts", section.Contracts, (file, text) => (GreenContractCsv.Read(file, text, inventory, out var faults), faults));
        var fuels = Table(document, "fuels", section.Fuels, (file, text) => (FuelUseCsv.Read(file, text, inventory, out var faults), faults));
        var tests = Table(
            document, "conditions", section.Conditions, (file, text) => (ConditionTestCsv.Read(file, text, inventory, out var faults), faults));
        var designs = Table(
            document, "designs", section.Designs, (file, text) => (FacilityDesignCsv.Read(file, text, inventory, out var faults), faults));
        var servers = Table(document, "servers", section.Servers, (file, text) => (ServerStandCsv.Read(file, text, inventory, out var faults), faults));
        return new(
            declarations ?? [], meters, RuleBook.Shipped, FactorTable.Shipped,
            section.LowEfficiency is { } low
                ? new(low.PueAbove, low.OccupancyBelow, low.StandardRacksBelow, low.YearsFrom, low.TraitsToList)
                : null,
            section.TargetRatio)
        {
            Inputs = new([.. racks ?? []], [.. contracts ?? []], [.. fuels ?? []], [.. tests ?? []]) { Designs = [.. designs ?? []], Servers = [.. servers ?? []] },
            GridWaterLitresPerKilowattHour = section.GridWaterLitresPerKilowattHour,
        };
    }

    static T? Table<T>(
        ConfigurationDocument document, string key, string? file, Func<string, string, (T? Table, ImmutableArray<CsvFault> Faults)> read)
        where T : class
    {
        if (file is null)
            return null;

        var path = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(document.File))!, file);
        if (!File.Exists(path))
        {
            document.Refuse($"{LedgerSection.Section}.{key}", $"names {file}, which is not beside the configuration.");
            return null;
        }

        var (table, faults) = read(file, File.ReadAllText(path));
        foreach (var fault in faults.Take(MostFaults))
            document.Refuse($"{LedgerSection.Section}.{key}", fault.ToString());
        if (faults.Length > MostFaults)
            document.Refuse($"{LedgerSection.Section}.{key}", $"{faults.Length - MostFaults} more faults of {file}.");
        return table;
    }
}
