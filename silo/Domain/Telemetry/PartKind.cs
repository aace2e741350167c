namespace DcOps.Domain.Telemetry;

/// <summary>Which kind of part of a device a point belongs to.</summary>
/// <remarks>Numbers are on the wire and on disk: add at the end, never renumber.</remarks>
public enum PartKind : byte
{
    /// <summary>The device as a whole.</summary>
    Total = 0,
    Phase = 1,
    Bank = 2,
    Breaker = 3,
    Outlet = 4,
    Sensor = 5,
    Input = 6,
    Output = 7,
    Bypass = 8,
    Battery = 9,
    Circuit = 10,
    Fan = 11,
    Supply = 12,
    Line = 13,
}
