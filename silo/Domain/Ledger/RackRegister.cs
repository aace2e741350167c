using System.Globalization;
using DcOps.Domain.Metering;
using DcOps.Domain.Topology;

namespace DcOps.Domain.Ledger;

/// <summary>
/// The racks of a facility as one register: what their PDUs' registers proved, added up interval by interval. A registry that
/// declares a meter of this name at the IT input has E_IT of category 3 from it, with evidence, balance and bounds like any other.
/// </summary>
public static class RackRegister
{
    /// <summary>Name of the meter in the registry.</summary>
    public const string Meter = "racks";

    /// <summary>
    /// The register at the ends of the intervals, by time. Only an interval counts that all racks are known of, by registers alone;
    /// where there is none the register begins anew under another serial, so that nothing is told of what nobody measured.
    /// </summary>
    /// <param name="rows">Of one facility, by start; other roles are left out.</param>
    public static IEnumerable<RegisterReading> Of(IEnumerable<FacilityInterval> rows)
    {
        var (position, end, serial) = (0L, default(DateTimeOffset?), "");
        foreach (var row in rows.Where(IsProven))
        {
            if (row.From != end)
            {
                (position, serial) = (0, string.Create(CultureInfo.InvariantCulture, $"{Meter}-{row.From.UtcDateTime:yyyyMMddHHmm}"));
                yield return new(row.From, position, serial);
            }

            position += row.Energy!.Value.WattHours;
            end = row.From + FacilityInterval.Length;
            yield return new(end.Value, position, serial);
        }
    }

    static bool IsProven(FacilityInterval row) => row.Role == MeterRole.ItInput && row.IsComplete && row.Estimated.WattHours == 0
        && row.Quality <= IntervalQuality.Interpolated;
}
