namespace DcOps.Domain.Quality;

/// <summary>What may be wrong with a meter though its data came.</summary>
public enum SuspicionKind : byte
{
    /// <summary>The register stands still.</summary>
    Stuck = 0,

    /// <summary>The device's clock is off.</summary>
    ClockSkew = 1,

    /// <summary>Power and register differ by a thousand.</summary>
    Unit = 2,

    /// <summary>One serial number in two places.</summary>
    SharedSerial = 3,

    /// <summary>A parent and its children do not balance.</summary>
    Imbalance = 4,

    /// <summary>The calibration has lapsed.</summary>
    Calibration = 5,

    /// <summary>One instant, two positions.</summary>
    Contradiction = 6,
}
