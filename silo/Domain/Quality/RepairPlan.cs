using DcOps.Domain.Topology;

namespace DcOps.Domain.Quality;

/// <summary>
/// What to mend first: each step takes the facility that needs the fewest further repairs, and counts every facility that they
/// unlock, so that a shared gateway comes before a lone meter.
/// </summary>
public static class RepairPlan
{
    /// <param name="needs">By facility, what must all be mended; a name that several share is one repair.</param>
    public static ImmutableArray<RepairStep> Of(IEnumerable<(FacilityId Facility, ImmutableArray<string> Repairs)> needs)
    {
        var open = needs.Where(need => !need.Repairs.IsEmpty).ToList();
        var mended = new HashSet<string>(StringComparer.Ordinal);
        var steps = ImmutableArray.CreateBuilder<RepairStep>();
        var unlocked = 0;
        while (open.Count > 0)
        {
            var next = open.MinBy(need => (
                need.Repairs.Count(repair => !mended.Contains(repair)),
                -open.Count(other => other.Repairs.All(repair => mended.Contains(repair) || need.Repairs.Contains(repair, StringComparer.Ordinal))),
                need.Facility.Value));
            ImmutableArray<string> repairs = [.. next.Repairs.Where(mended.Add)];
            ImmutableArray<FacilityId> freed = [.. open.Where(need => need.Repairs.All(mended.Contains)).Select(need => need.Facility)];
            open.RemoveAll(need => need.Repairs.All(mended.Contains));
            unlocked += freed.Length;
            steps.Add(new(repairs, freed, mended.Count, unlocked));
        }

        return steps.DrainToImmutable();
    }
}
