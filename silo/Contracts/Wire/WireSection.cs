namespace DcOps.Contracts.Wire;

/// <summary>Parts of an encoded batch: a reader skips those it does not know.</summary>
/// <remarks>Numbers are on the wire and on disk: add at the end, never renumber.</remarks>
enum WireSection : byte
{
    /// <summary>Collector, sequence, location, time; what a later release appends is ignored.</summary>
    Head = 1,

    /// <summary>Names of the devices, which the points refer to by position.</summary>
    Devices = 2,
    Readings = 3,

    /// <summary>Each trait is a block of its own; what a later release appends to it is ignored.</summary>
    Registers = 4,
}
