namespace DcOps.Domain.Kpis;

/// <summary>PUE of category 1: E_IT measured at the UPS output.</summary>
public sealed class BasicPue() : PowerUsageEffectiveness(PueCategory.Category1)
{
    public override string Name => "pue_category1_ratio";
}
