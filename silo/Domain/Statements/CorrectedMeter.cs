using DcOps.Domain.Ledger;
using DcOps.Domain.Metering;

namespace DcOps.Domain.Statements;

/// <summary>
/// A meter's readings and intervals with the accepted corrections laid over them, in the order of their ids.
/// </summary>
public static class CorrectedMeter
{
    /// <summary>Serial of a meter of which neither itself nor the registry ever said one, before it was changed.</summary>
    const string Unnamed = "unnamed";

    /// <param name="readings">By time, one per instant.</param>
    /// <param name="corrections">Of this meter; those not accepted are left out.</param>
    /// <param name="registered">Serial by the registry at an instant; null where it has none.</param>
    public static RegisterReading[] Readings(
        RegisterReading[] readings, IEnumerable<Correction> corrections, Func<DateTimeOffset, string?> registered)
    {
        foreach (var claim in Accepted(corrections))
        {
            readings = claim.Kind switch
            {
                CorrectionKind.ExcludeReading => [.. readings.Where(reading => reading.At != claim.At)],
                CorrectionKind.ReplacePosition =>
                    [.. readings.Select(reading => reading.At == claim.At ? reading with { Position = claim.Position!.Value } : reading)],
                CorrectionKind.DeclareReset => Marked(readings, claim.At),
                CorrectionKind.DeclareSwap => Swapped(readings, claim, registered),
                _ => readings,
            };
        }

        return readings;
    }

    /// <summary>
    /// Puts substituted energies over the intervals that lie wholly inside their stretch, evenly, as estimates.
    /// </summary>
    public static void Substitute(EnergySeries series, IEnumerable<Correction> corrections)
    {
        foreach (var claim in Accepted(corrections).Where(claim => claim.Kind == CorrectionKind.SubstituteEnergy))
        {
            var (from, to) = (claim.At, claim.To!.Value);
            for (var index = 0; index < series.Count; index++)
            {
                var start = series.StartOf(index);
                if (start < from || start + series.Interval > to)
                    continue;

                // Rounded once per boundary, so that the intervals of a stretch add up to its energy.
                var energy = Until(start + series.Interval) - Until(start);
                series.Put(index, energy, energy, IntervalQuality.Estimated);
            }

            long Until(DateTimeOffset at) =>
                (long)decimal.Round(claim.Energy!.Value.WattHours * ((decimal)(at - from).Ticks / (to - from).Ticks), MidpointRounding.AwayFromZero);
        }
    }

    static IEnumerable<CorrectionClaim> Accepted(IEnumerable<Correction> corrections) => corrections
        .Where(correction => correction.State == CorrectionState.Accepted)
        .OrderBy(correction => correction.Id, StringComparer.Ordinal)
        .Select(correction => correction.Claim);

    // A meter that went on to tell a third serial was changed once more, and a change needs a name on both sides.
    static RegisterReading[] Swapped(RegisterReading[] readings, CorrectionClaim claim, Func<DateTimeOffset, string?> registered)
    {
        var told = readings.LastOrDefault(reading => reading.At < claim.At && reading.Serial is not null).Serial;
        return [.. readings.Select(reading => reading with { Serial = reading.At < claim.At ? Before(reading) : After(reading) })];

        string? Before(in RegisterReading reading) =>
            reading.Serial ?? (told is null && registered(reading.At) is null ? Unnamed : null);

        string? After(in RegisterReading reading) => reading.Serial is null || reading.Serial == told ? claim.Serial : reading.Serial;
    }

    // Before the reset the register says that it never was set back, so that the first marker is news.
    static RegisterReading[] Marked(RegisterReading[] readings, DateTimeOffset resetAt) =>
    [
        .. readings.Select(reading => reading.At < resetAt
            ? reading with { ResetMarker = reading.ResetMarker ?? DateTimeOffset.MinValue }
            : reading.ResetMarker > resetAt ? reading : reading with { ResetMarker = resetAt }),
    ];
}
