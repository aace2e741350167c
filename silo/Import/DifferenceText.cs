using System.Globalization;
using DcOps.Domain.Metering;
using DcOps.Domain.Telemetry;

namespace DcOps.Import;

/// <summary>A dry run of an import as lines that a person reads before saying yes.</summary>
public static class DifferenceText
{
    /// <returns>One line per entry and changed field, then what closed figures it would restate, then the counts.</returns>
    public static IEnumerable<string> Lines(MeterRegistryDifference difference)
    {
        foreach (var entry in difference.Added)
            yield return $"+ {NameOf(entry)}: {KebabCase.Of(entry.Role)}, {Text(entry.RatedWatts / 1_000)} kW";
        foreach (var change in difference.Changed)
        {
            yield return $"~ {NameOf(change.After)}";
            foreach (var (column, before, after) in change.Fields)
                yield return $"    {column}: {Shown(before)} -> {Shown(after)}";
        }

        foreach (var entry in difference.Removed)
            yield return $"- {NameOf(entry)}: {KebabCase.Of(entry.Role)}";
        foreach (var (facility, from) in difference.Restates)
            yield return string.Create(CultureInfo.InvariantCulture, $"! figures of {facility} from {from:yyyy-MM-dd} on would be restated");
        yield return difference.IsEmpty
            ? "no difference"
            : string.Create(CultureInfo.InvariantCulture, $"{difference.Added.Length} added, {difference.Changed.Length} changed, {difference.Removed.Length} removed");
    }

    static string NameOf(RegisteredMeter entry) =>
        string.Create(CultureInfo.InvariantCulture, $"{entry.Facility} {entry.Meter} from {entry.ValidFrom:yyyy-MM-dd}");

    static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);

    static string Shown(string cell) => cell.Length == 0 ? "(empty)" : cell;
}
