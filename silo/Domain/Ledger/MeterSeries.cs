using DcOps.Domain.Metering;
using DcOps.Domain.Statements;
using DcOps.Domain.Topology;

namespace DcOps.Domain.Ledger;

/// <summary>
/// Every meter of a facility by 15-minute interval: registers first, then the gaps in their order: balance, power samples, the
/// same interval of the weeks before. What nothing fills stays missing.
/// </summary>
public sealed class MeterSeries(FacilityId facility, MeterRegistry registry, BusinessCalendar calendar)
{
    /// <param name="period">
    /// The period, with the four weeks before it where its first gaps are to be filled from them.
    /// </param>
    /// <param name="readingsOf">A meter's raw readings around the period, by time, one per instant.</param>
    /// <param name="samplesOf">A meter's power samples, by time; empty when there are none.</param>
    /// <param name="corrections">Of all meters.</param>
    /// <param name="outdoor">
    /// Mean outdoor temperature of local days, °C, by which cooling is estimated; empty when not known.
    /// </param>
    /// <returns>By meter.</returns>
    public Dictionary<string, EnergySeries> Of(
        BusinessPeriod period,
        Func<string, RegisterReading[]> readingsOf,
        Func<string, IEnumerable<PowerSample>> samplesOf,
        IReadOnlyCollection<Correction> corrections,
        IReadOnlyDictionary<DateOnly, double> outdoor)
    {
        // A fold of its own, so that many may ask at once.
        var fold = new MeterFold(IntervalGrid.Quarter);
        var series = new Dictionary<string, EnergySeries>(StringComparer.Ordinal);
        foreach (var meter in registry.MetersOf(facility))
        {
            var own = corrections.Where(correction => correction.Claim.Meter == meter).ToList();
            RegisteredMeter[] entries = [.. registry.EntriesOf(facility, meter)];
            var readings = CorrectedMeter.Readings(readingsOf(meter), own, at => RegisteredSerial.At(entries, at, calendar));
            series[meter] = fold.Fold(entries, readings, period, calendar);
            CorrectedMeter.Substitute(series[meter], own);
        }

        foreach (var run in registry.RunsOf(facility, period, calendar))
            BalanceFill.Apply(run.Boundary, series, run.Days);
        foreach (var (meter, each) in series)
            PowerFill.Apply(each, samplesOf(meter));
        foreach (var (meter, each) in series)
            WeekFill.Apply(each, each, ScaleOf(meter, each, outdoor));
        return series;
    }

    // Only cooling follows the weather; the scale is made of what was known before anything was estimated from it.
    Func<DateTimeOffset, double>? ScaleOf(string meter, EnergySeries series, IReadOnlyDictionary<DateOnly, double> outdoor)
    {
        if (outdoor.Count == 0 || registry.EntriesOf(facility, meter).All(entry => entry.Role != MeterRole.Cooling))
            return null;

        var scale = WeatherScale.Of(series, outdoor, calendar);
        return start => outdoor.TryGetValue(calendar.LocalDate(start), out var celsius)
            ? scale.Of(calendar.LocalDate(start), celsius)
            : 1;
    }
}
