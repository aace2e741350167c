using DcOps.Domain.Units;

namespace DcOps.Domain.Green;

/// <summary>A site on the register of low efficiency, with why it is there and what mending it would save.</summary>
/// <param name="Saving">
/// Energy of the period surveyed that its IT load would not use at the target ratio; null when not known.
/// </param>
public sealed record LowEfficiencySite(SiteSurvey Survey, ImmutableArray<SiteTrait> Traits, Energy? Saving)
{
    /// <summary>Sites with enough traits, greatest saving first, then by facility; one without figures comes last.</summary>
    public static ImmutableArray<LowEfficiencySite> Register(
        IEnumerable<SiteSurvey> surveys, DateOnly day, LowEfficiencyCriteria criteria, decimal targetRatio) =>
    [
        .. surveys.Select(survey => new LowEfficiencySite(survey, survey.TraitsOn(day, criteria), survey.SavingAt(targetRatio)))
            .Where(site => site.Traits.Length >= criteria.TraitsToList)
            .OrderByDescending(site => site.Saving?.WattHours ?? -1)
            .ThenBy(site => site.Survey.Facility.Value, StringComparer.Ordinal),
    ];
}
