using DcOps.Domain.Rules;
using DcOps.Domain.Topology;

namespace DcOps.Dashboard.Pages.Compliance;

/// <summary>One facility when a line moves: its newest year, and how many of its years would be over.</summary>
/// <param name="YearsOver">Of <paramref name="Years"/> trailing years, those over the moved line.</param>
public sealed record MovedFacility(FacilityId Facility, MovedLine Newest, int YearsOver, int Years)
{
    /// <summary>Those whose newest verdict changes, worst first; the order of the ledger's answer is kept.</summary>
    public static ImmutableArray<MovedFacility> Changing(IEnumerable<MovedLine> lines) =>
    [
        .. lines.GroupBy(line => line.Figure.Facility)
            .Select(group => new MovedFacility(
                group.Key, group.MaxBy(line => line.Figure.Period.To)!, group.Count(line => line.After.Outcome == RuleOutcome.Over), group.Count()))
            .Where(moved => moved.Newest.Changes)
            .OrderBy(moved => moved.Newest.After.Outcome).ThenByDescending(moved => moved.Newest.After.Excess)
            .ThenBy(moved => moved.Facility.Value, StringComparer.Ordinal),
    ];
}
