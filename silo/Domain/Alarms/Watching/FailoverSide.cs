using DcOps.Domain.PowerChain;
using DcOps.Domain.Telemetry;

namespace DcOps.Domain.Alarms.Watching;

/// <summary>One of two feeds: where it is read, and what it may carry.</summary>
/// <param name="Node">Of the chain; it is read somewhere.</param>
/// <param name="Name">As people call it.</param>
/// <param name="Rating">A or W.</param>
readonly record struct FailoverSide(ChainNode Node, string Name, double Rating, double? Derating)
{
    public EquipmentAddress Address => Node.Address!.Value;

    /// <summary>Null where the node is read nowhere or its rating of this quantity is not declared.</summary>
    public static FailoverSide? Of(ChainNode node, Quantity quantity) =>
        node is { Address.Device.Length: > 0 }
        && (quantity == Quantity.Current ? node.Equipment.RatedAmperes : node.Equipment.RatedPower?.Watts) is > 0 and { } rating
            ? new(node, node.Id, rating, node.Equipment.Derating)
            : null;
}
