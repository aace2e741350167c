namespace DcOps.Contracts.Wire;

/// <summary>Why bytes were refused.</summary>
public enum WireFault : byte
{
    /// <summary>They were not: the value is whole.</summary>
    None = 0,

    /// <summary>The bytes end before the value does.</summary>
    Truncated = 1,

    /// <summary>Written by a newer release, or not by us.</summary>
    UnknownVersion = 2,

    /// <summary>A part contradicts itself: a length beyond its section, text that is not UTF-8, a location that is none.</summary>
    Malformed = 3,
}
