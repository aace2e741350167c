namespace DcOps.Simulator.Physics;

/// <summary>
/// Where a site's electricity goes, in whole thousandths of W (as power) or of J (as energy). Integers, so that the
/// balance closes to the last digit however long it is summed: every compound below is the sum of its parts by definition.
/// </summary>
/// <param name="ItInput">Sum over the racks.</param>
/// <param name="DistributionLoss">Between UPS output and racks.</param>
/// <param name="House">Lighting, security, offices.</param>
public readonly record struct Balance(
    long ItInput,
    long DistributionLoss,
    long UpsLoss,
    long Chillers,
    long Fans,
    long Pumps,
    long Towers,
    long House,
    long TransformerLoss)
{
    public long UpsOutput => ItInput + DistributionLoss;

    public long UpsInput => UpsOutput + UpsLoss;

    public long Cooling => Chillers + Fans + Pumps + Towers;

    /// <summary>What crosses the site's boundary.</summary>
    public long Utility => UpsInput + Cooling + House + TransformerLoss;

    public static Balance operator +(Balance left, Balance right) => new(
        left.ItInput + right.ItInput,
        left.DistributionLoss + right.DistributionLoss,
        left.UpsLoss + right.UpsLoss,
        left.Chillers + right.Chillers,
        left.Fans + right.Fans,
        left.Pumps + right.Pumps,
        left.Towers + right.Towers,
        left.House + right.House,
        left.TransformerLoss + right.TransformerLoss);

    /// <summary>Power over a time is energy.</summary>
    public static Balance operator *(Balance power, long seconds) => new(
        power.ItInput * seconds,
        power.DistributionLoss * seconds,
        power.UpsLoss * seconds,
        power.Chillers * seconds,
        power.Fans * seconds,
        power.Pumps * seconds,
        power.Towers * seconds,
        power.House * seconds,
        power.TransformerLoss * seconds);
}
