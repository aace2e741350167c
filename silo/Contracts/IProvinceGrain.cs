using DcOps.Domain.Facilities;

namespace DcOps.Contracts;

/// <summary>The province: sum of its facilities. Key: the province id.</summary>
[Alias("province")]
public interface IProvinceGrain : IGrainWithStringKey
{
    /// <summary>A facility's newest snapshot; an older one than the last changes nothing.</summary>
    [Alias("Report")]
    ValueTask Report(FacilitySnapshot facility);

    [Alias("Snapshot")]
    ValueTask<ProvinceSnapshot> Snapshot();
}
