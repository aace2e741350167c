using DcOps.Domain.Csv;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Domain.Green;

/// <summary>Servers by facility, day and kind as a table.</summary>
public static class ServerStandCsv
{
    public static ImmutableArray<string> Columns { get; } =
        ["facility", "counted_on", "kind", "servers", "mean_utilization_percent", "performance", "most_kilowatts"];

    /// <summary>By facility, day and kind; or null with every fault by file, line and column.</summary>
    public static IReadOnlyList<ServerStand>? Read(string file, string text, Inventory inventory, out ImmutableArray<CsvFault> faults)
    {
        var (found, stands) = (new List<CsvFault>(), new SortedDictionary<(string, DateOnly, string), ServerStand>());
        foreach (var row in CsvTable.Read(file, text, Columns, found))
        {
            if (Stand(row, inventory) is { } stand && !stands.TryAdd((stand.Facility.Value, stand.CountedOn, stand.Kind), stand))
                row.Refuse("kind", $"counts '{stand.Kind}' of {stand.Facility} on {stand.CountedOn:yyyy-MM-dd} again; keep one row.");
        }

        faults = [.. found.OrderBy(fault => fault.Line)];
        return faults.IsEmpty ? [.. stands.Values] : null;
    }

    static ServerStand? Stand(CsvRow row, Inventory inventory)
    {
        var (facility, day, kind) = (GreenCells.Facility(row, inventory), GreenCells.RequiredDate(row, "counted_on"), row.Required("kind"));
        var (servers, performance, most) = (GreenCells.Count(row, "servers"), row.Positive("performance"), row.Positive("most_kilowatts"));
        var percent = row.TextOrNull("mean_utilization_percent") is null ? null : GreenCells.Amount(row, "mean_utilization_percent");
        if (servers == 0)
            row.Refuse("servers", "is zero; leave the row out.");
        if (percent > 100)
            row.Refuse("mean_utilization_percent", "is above 100; write per cent of all the processors' time.");
        if (performance is null != most is null)
            row.Refuse(performance is null ? "performance" : "most_kilowatts", "is empty; performance and power are known together or not at all.");
        return row.IsFaulty
            ? null
            : new(
                facility!.Value, day!.Value, kind, servers!.Value, percent is { } used ? new Ratio((double)used / 100) : null, performance,
                most is { } kilowatts ? Power.FromKilowatts(kilowatts) : null);
    }
}
