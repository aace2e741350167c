namespace DcOps.Domain.PowerChain;

/// <summary>Which classes may feed which: a chain goes from the grid to the outlet and not back.</summary>
static class ChainOrder
{
    /// <summary>Null when the edge is possible; otherwise why not.</summary>
    public static string? Fault(EquipmentClass from, EquipmentClass to, Dependency kind) => kind switch
    {
        Dependency.Power when RankOf(from) is null => $"a {Name(from)} powers nothing.",
        Dependency.Power when RankOf(to) < RankOf(from) => $"a {Name(from)} does not power a {Name(to)}.",
        Dependency.Cooling when from is not (EquipmentClass.Chiller or EquipmentClass.CoolingTower or EquipmentClass.Pump
            or EquipmentClass.CoolingLoop or EquipmentClass.CoolingUnit) => $"a {Name(from)} cools nothing.",
        Dependency.Data when from is not (EquipmentClass.NetworkSwitch or EquipmentClass.Gateway or EquipmentClass.Collector
            or EquipmentClass.Broker) => $"nothing reports through a {Name(from)}.",
        _ => null,
    };

    /// <summary>Null for what gives no power on.</summary>
    static int? RankOf(EquipmentClass equipment) => equipment switch
    {
        EquipmentClass.UtilityFeed or EquipmentClass.Generator => 0,
        EquipmentClass.Transformer => 1,
        EquipmentClass.Switchboard or EquipmentClass.TransferSwitch or EquipmentClass.Ups or EquipmentClass.Battery
            or EquipmentClass.Panel or EquipmentClass.Breaker => 2,
        EquipmentClass.Feed => 3,
        EquipmentClass.RackPdu => 4,
        EquipmentClass.Outlet => 5,
        _ => null,
    };

    static string Name(EquipmentClass equipment) => Telemetry.KebabCase.Of(equipment);
}
