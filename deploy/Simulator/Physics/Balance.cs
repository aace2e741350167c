namespace DcOps.Simulator.Physics;

/// <summary>
/// Where a site's electricity goes, in whole thousandths of W (as power) or of J (as energy). Integers, so that the
/// balance closes to the last digit however long it is summed: every compound below is the sum of its parts by definition.
/// </summary>
/// <param name="ItInput">Sum over the racks.</param>
/// <param name="DistributionLoss">Between UPS output and racks.</param>
/// <param name="House">Lighting, security, offices.</param>
/// <param name="Pumps">Of chilled and condenser water.</param>
/// <param name="Battery">What the UPS's battery gives; negative while it is charged.</param>
/// <param name="CoolantPumps">Of the coolant distribution units: part of the cooling.</param>
public readonly record struct Balance(
    long ItInput,
    long DistributionLoss,
    long UpsLoss,
    long Chillers,
    long Fans,
    long Pumps,
    long Towers,
    long House,
    long TransformerLoss,
    long Battery = 0,
    long CoolantPumps = 0)
{
    public long UpsOutput => ItInput + DistributionLoss;

    public long UpsInput => UpsOutput + UpsLoss - Battery;

    public long Cooling => Chillers + Fans + Pumps + Towers + CoolantPumps;

    /// <summary>What crosses the site's boundary.</summary>
    public long Utility => UpsInput + Cooling + House + TransformerLoss;

    public static Balance operator +(Balance left, Balance right) => Combine(left, right, (first, second) => first + second);

    public static Balance operator -(Balance left, Balance right) => Combine(left, right, (first, second) => first - second);

    /// <summary>Power over a time is energy.</summary>
    public static Balance operator *(Balance power, long seconds) => power.Each(flow => flow * seconds);

    /// <summary>Power over less than a second.</summary>
    public Balance Over(long milliseconds) => Each(flow => flow * milliseconds / 1_000);

    Balance Each(Func<long, long> change) => Combine(this, default, (flow, _) => change(flow));

    static Balance Combine(Balance left, Balance right, Func<long, long, long> change) => new(
        change(left.ItInput, right.ItInput),
        change(left.DistributionLoss, right.DistributionLoss),
        change(left.UpsLoss, right.UpsLoss),
        change(left.Chillers, right.Chillers),
        change(left.Fans, right.Fans),
        change(left.Pumps, right.Pumps),
        change(left.Towers, right.Towers),
        change(left.House, right.House),
        change(left.TransformerLoss, right.TransformerLoss),
        change(left.Battery, right.Battery),
        change(left.CoolantPumps, right.CoolantPumps));
}
