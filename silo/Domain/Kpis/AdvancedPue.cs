namespace DcOps.Domain.Kpis;

/// <summary>PUE of category 3: E_IT measured at the IT equipment input.</summary>
public sealed class AdvancedPue() : PowerUsageEffectiveness(PueCategory.Category3)
{
    public override string Name => "pue_category3_ratio";
}
