namespace DcOps.Simulator.Devices;

/// <summary>A value that goes to and fro over a limit.</summary>
/// <param name="Since">High from here on, for half a period.</param>
/// <param name="Every">A whole period.</param>
public sealed record Flapping(DateTimeOffset Since, TimeSpan Every)
{
    public bool IsHigh(DateTimeOffset now) => (now - Since).Ticks / (Every.Ticks / 2) % 2 == 0;
}
