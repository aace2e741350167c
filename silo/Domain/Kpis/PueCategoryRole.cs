using DcOps.Domain.Topology;

namespace DcOps.Domain.Kpis;

/// <summary>Which meters are E_IT of a category (ISO/IEC 30134-2).</summary>
public static class PueCategoryRole
{
    public static MeterRole ItRole(this PueCategory category) => category switch
    {
        PueCategory.Category1 => MeterRole.UpsOutput,
        PueCategory.Category2 => MeterRole.PduOutput,
        PueCategory.Category3 => MeterRole.ItInput,
        _ => throw new ArgumentOutOfRangeException(nameof(category), category, "is not a PUE category."),
    };
}
