namespace DcOps.Domain.Kpis;

/// <summary>PUE of category 2: E_IT measured at the PDU output.</summary>
public sealed class IntermediatePue() : PowerUsageEffectiveness(PueCategory.Category2)
{
    public override string Name => "pue_category2_ratio";
}
