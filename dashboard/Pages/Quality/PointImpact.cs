using DcOps.Contracts.Ledger;

namespace DcOps.Dashboard.Pages.Quality;

/// <summary>One point, meter or room with what mending it is worth to verdicts.</summary>
/// <param name="Step">Place in the order of repairs, 1 first; null when no verdict waits for it.</param>
/// <param name="Unlocks">Facilities that become decidable with this step.</param>
public sealed record PointImpact(QualityRow Row, int? Step, int Unlocks)
{
    /// <summary>Points that verdicts wait for first, in the order of repairs; then the worst.</summary>
    /// <param name="rows">Leaves: meters, or rooms' points of a class.</param>
    public static ImmutableArray<PointImpact> Of(QualityReport report, IEnumerable<QualityRow> rows)
    {
        var steps = report.Repairs.SelectMany((step, index) => step.Repairs.Select(repair => (Repair: repair, Number: index + 1, step.Unlocks.Length)))
            .GroupBy(each => each.Repair, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        return
        [
            .. rows.Select(row => steps.TryGetValue($"{row.Facility}/{row.Meter}", out var step) ? new PointImpact(row, step.Number, step.Length) : new(row, null, 0))
                .OrderBy(each => each.Step ?? int.MaxValue).ThenBy(each => each.Row.Score.Points ?? double.MaxValue)
                .ThenBy(each => each.Row.Facility?.Value, StringComparer.Ordinal).ThenBy(each => each.Row.Meter, StringComparer.Ordinal),
        ];
    }
}
