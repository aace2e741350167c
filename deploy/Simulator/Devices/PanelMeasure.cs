namespace DcOps.Simulator.Devices;

/// <summary>What a room's panel measures at one instant.</summary>
/// <param name="Breakers">One for each row, from breaker 1 on.</param>
public sealed record PanelMeasure(ImmutableArray<BreakerMeasure> Breakers);
