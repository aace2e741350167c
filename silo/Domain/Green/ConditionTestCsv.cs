using DcOps.Domain.Csv;
using DcOps.Domain.Kpis;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Domain.Green;

/// <summary>Tests by the characteristic-conditions method as a table: five rows a test, one per operating point.</summary>
public static class ConditionTestCsv
{
    const string Points = "abcde";

    public static ImmutableArray<string> Columns { get; } =
        ["facility", "tested_on", "point", "time_share", "facility_kilowatts", "it_kilowatts", "laboratory"];

    /// <summary>By facility, then day; or null with every fault by file, line and column.</summary>
    public static IReadOnlyList<ConditionTest>? Read(string file, string text, Inventory inventory, out ImmutableArray<CsvFault> faults)
    {
        var (found, read) = (new List<CsvFault>(), new List<(CsvRow Row, FacilityId Facility, DateOnly Day, string Point, CharacteristicPoint At)>());
        foreach (var row in CsvTable.Read(file, text, Columns, found))
        {
            if (Point(row, inventory) is not { } point)
                continue;
            if (read.Exists(other => (other.Facility, other.Day, other.Point) == (point.Facility, point.Day, point.Point)))
                row.Refuse("point", $"is '{point.Point}', which this test has already; keep one row of each.");
            else
                read.Add((row, point.Facility, point.Day, point.Point, point.At));
        }

        var tests = new List<ConditionTest>();
        foreach (var test in found.Count > 0 ? [] : read.GroupBy(each => (each.Facility, each.Day)))
        {
            var last = test.Last().Row;
            if (test.Count() != Points.Length)
                last.Refuse("point", $"is the last of {test.Count()}; a test has five points, a to e.");
            else if (test.Sum(each => each.At.TimeShare) is var sum && sum != 1)
                last.Refuse("time_share", FormattableString.Invariant($"makes {sum} with the other four; the five add up to 1."));
            else
                tests.Add(new(test.Key.Facility, test.Key.Day, [.. test.OrderBy(each => each.Point, StringComparer.Ordinal).Select(each => each.At)], last.TextOrNull("laboratory")));
        }

        faults = [.. found.OrderBy(fault => fault.Line)];
        return faults.IsEmpty ? [.. tests.OrderBy(test => test.Facility.Value, StringComparer.Ordinal).ThenBy(test => test.TestedOn)] : null;
    }

    static (FacilityId Facility, DateOnly Day, string Point, CharacteristicPoint At)? Point(CsvRow row, Inventory inventory)
    {
        var (facility, day, point) = (GreenCells.Facility(row, inventory), GreenCells.RequiredDate(row, "tested_on"), row.Required("point"));
        if (point.Length > 0 && (point.Length != 1 || !Points.Contains(point, StringComparison.Ordinal)))
            row.Refuse("point", $"is '{point}'; write a, b, c, d or e.");
        var share = GreenCells.Amount(row, "time_share");
        row.Required("facility_kilowatts");
        row.Required("it_kilowatts");
        var (whole, it) = (row.Positive("facility_kilowatts"), row.Positive("it_kilowatts"));
        if (whole < it)
            row.Refuse("facility_kilowatts", "is below the IT power; what enters is never less.");
        return row.IsFaulty
            ? null
            : (facility!.Value, day!.Value, point, new(share!.Value, new Power(whole!.Value * 1_000), new Power(it!.Value * 1_000)));
    }
}
