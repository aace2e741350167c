using DcOps.Dashboard.Live;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Dashboard.Pages.Compliance;

/// <summary>Total over IT power at this instant, from the live side: a hint beside the ledger's figures.</summary>
public static class PowerRatios
{
    public static IReadOnlyDictionary<FacilityId, Ratio> None { get; } = ImmutableDictionary<FacilityId, Ratio>.Empty;

    /// <summary>By facility, those live; null when the province does not answer, which must not keep the ledger from being read.</summary>
    public static async Task<IReadOnlyDictionary<FacilityId, Ratio>?> NowAsync(IProvinceView view)
    {
        try
        {
            var province = await view.ProvinceAsync(CancellationToken.None);
            return province.Facilities.Where(facility => facility.PowerRatio is not null)
                .ToDictionary(facility => facility.Facility, facility => facility.PowerRatio!.Value);
        }
        catch (TimeoutException)
        {
            return null;
        }
    }
}
