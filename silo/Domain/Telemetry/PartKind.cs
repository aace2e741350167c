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

    /// <summary>A liquid circuit of a cooling unit: 1 the facility's side, 2 the side of the IT equipment, where there are two.</summary>
    Loop = 14,
    Pump = 15,

    /// <summary>A leak rope or water detector.</summary>
    Leak = 16,

    /// <summary>A rack's branch of a liquid loop.</summary>
    Branch = 17,
    Compressor = 18,

    /// <summary>A dry contact: a door, an alarm input, a relay.</summary>
    Contact = 19,
    Processor = 20,

    /// <summary>A memory or file system.</summary>
    Storage = 21,

    /// <summary>A network interface.</summary>
    Port = 22,
}
