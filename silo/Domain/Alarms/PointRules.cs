using DcOps.Domain.PowerChain;
using DcOps.Domain.Telemetry;

namespace DcOps.Domain.Alarms;

/// <summary>Rules of points by quantity, so that a reading meets only those that may be about it.</summary>
public sealed class PointRules
{
    readonly PointRule[][] _byQuantity = new PointRule[byte.MaxValue + 1][];

    public PointRules(IEnumerable<PointRule> rules, EquipmentRegister equipment)
    {
        Equipment = equipment;
        var all = rules.ToList();
        for (var quantity = 0; quantity < _byQuantity.Length; quantity++)
            _byQuantity[quantity] = [.. all.Where(rule => rule.Quantities.Contains((Quantity)quantity))];
    }

    public EquipmentRegister Equipment { get; }

    /// <summary>In the order of the rule files; empty for most quantities.</summary>
    public ReadOnlySpan<PointRule> Of(in PointId point) => _byQuantity[(byte)point.Quantity];
}
